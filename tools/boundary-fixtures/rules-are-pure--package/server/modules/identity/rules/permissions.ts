import Fastify from 'fastify';
export const allowed = () => Fastify();

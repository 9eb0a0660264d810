import { build } from 'vite';
export const http = build;

import { config } from '../../main/config.ts';
export const staff = config;

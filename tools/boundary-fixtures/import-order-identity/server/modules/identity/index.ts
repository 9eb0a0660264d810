import { orders } from '../work-orders/index.ts';
export const staff = orders;

import { staff } from '../../identity/index.ts';
import { mayClose } from '../rules/lifecycle.ts';
export const close = async (role: string) => mayClose(role, 0) && (await staff(1));

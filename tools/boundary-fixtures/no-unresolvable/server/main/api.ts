import { gone } from './gone.ts';
gone();

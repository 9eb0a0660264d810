import { queue } from '../field/queue.ts';
console.log(queue);

import { createElement } from 'react';
import { mayClose } from '../../server/modules/work-orders/rules/lifecycle.ts';
import { hours } from '../kit/shown.ts';
createElement('p', null, String(hours(1)), String(mayClose('manager', 0)));

/** What is told, to whom, through what, and in which words unless the utility has written its own. */
import type { Channel, Words } from '../notice.ts';

export interface Variable {
  id: string;
  /** How it is written in templates beside its id. */
  zh: string;
  en: string;
  required?: true;
  sample: Words;
}

export interface NoticeEvent {
  id: string;
  zh: string;
  en: string;
  to: 'customer' | 'staff';
  /** Tried in this order unless somebody says otherwise. */
  channels: readonly Channel[];
  variables: readonly Variable[];
  subject: Words;
  body: Words;
}

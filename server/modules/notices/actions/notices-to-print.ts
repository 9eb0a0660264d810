/** Notices that go by slip, in full, for the paper they are printed on. */
import type { Tx } from '../../../platform/database.ts';
import { textOf } from '../rules/templates/event.ts';
import { noticeById } from '../store/reading.ts';

export interface ToPrint {
  id: number;
  orderId: number | null;
  name: string | null;
  /** Of the slip, in the language of who is told. */
  subject: string;
  body: string;
  clauses: string[];
  createdAt: Date;
}

/** Those of them that wait to be served on paper, in this order. */
export async function noticesToPrint(tx: Tx, ids: readonly number[]): Promise<ToPrint[]> {
  const found: ToPrint[] = [];
  for (const id of ids) {
    const row = await noticeById(tx, id);
    const wording = row?.wording.slip?.[row.language];
    if (row?.channel !== 'slip' || !wording) continue;
    const { orderId, name, language, clauses, createdAt } = row;
    const said = (text: string): string => textOf(text, name, language);
    found.push({ id, orderId, name, subject: said(wording.subject), body: said(wording.body), clauses, createdAt });
  }
  return found;
}

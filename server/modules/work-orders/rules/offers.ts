/** Commands as screens offer them: enabled or why not, with the form and the choices each wants. */
import type { FormEntry } from '../../regulations/rules/pack.ts';
import { approvalOf, pausesToAsk } from './asks.ts';
import type { Context } from './context.ts';
import { allowedCommands } from './decide.ts';
import { formOf, formsBefore, knownOf, missingFields, replyForms, requiredFields, reviewForms } from './gates.ts';
import { recordable } from './handlers.ts';
import { type Command, PRIMARY } from './lifecycle.ts';
import type { FormValue, OrderState } from './order.ts';
import type { Rulebook } from './rulebook.ts';
import { COMMAND_WORDS, type Lang } from './words.ts';

export interface FormView {
  id: string;
  name: string;
  article: string;
  quote: string;
  fields: {
    id: string;
    name: string;
    type: 'text' | 'yes-no' | 'number' | 'choice';
    required: boolean;
    value?: FormValue;
  }[];
}

export interface Offer {
  command: Command;
  name: string;
  enabled: boolean;
  primary: boolean;
  key?: string;
  /** Code of the refusal; its words are the catalogue's. */
  because?: { code: string; params?: Record<string, string | number | boolean | null> };
  article?: string;
  /** What may be recorded; of `ask-pause`, the pauses the rulebook allows. */
  milestones?: { id: string; name: string; own?: boolean; form?: FormView }[];
  form?: FormView;
}

/** Milestone whose gates a command's form is to satisfy. */
const GATED: Partial<Record<Command, string>> = {
  dispatch: 'dispatched',
  accept: 'accepted',
  assign: 'assigned',
  reject: 'rejected',
  'call-back': 'called-back',
  close: 'closed',
  reopen: 'reopened',
  cancel: 'cancelled',
};

const TYPES: Record<string, 'text' | 'yes-no' | 'number' | 'choice'> = {
  'yes-no': 'yes-no',
  number: 'number',
  choice: 'choice',
};

export function formView(
  forms: readonly FormEntry[],
  order: OrderState,
  context: Context,
  departmentId: string | null = order.departmentId,
): FormView | undefined {
  const [first] = forms;
  if (!first) return undefined;
  const known = knownOf(order, { departmentId });
  const fields = forms.flatMap((form) => {
    const missing = new Set(missingFields(form, order, context, known).map(({ id }) => id));
    return requiredFields(form, order, context).map(({ id, name, type }) => {
      const value = order.forms[form.id]?.[id];
      return {
        id,
        name,
        type: TYPES[type ?? ''] ?? ('text' as const),
        required: missing.has(id),
        ...(value === undefined ? {} : { value }),
      };
    });
  });
  const unique = fields.filter(({ id }, index) => fields.findIndex((field) => field.id === id) === index);
  return { id: first.id, name: first.name ?? first.id, article: first.article, quote: first.quote, fields: unique };
}

function formOfCommand(command: Command, order: OrderState, context: Context): FormView | undefined {
  const gated = GATED[command];
  if (gated) return formView(formsBefore(gated, order, context), order, context);
  if (command === 'review-pass') return formView(reviewForms(order, context), order, context);
  if (command === 'handle')
    return formView([...formsBefore('handled', order, context), ...replyForms(order, context)], order, context);
  if (command !== 'ask-return' && command !== 'ask-extension') return undefined;
  const approval = approvalOf(command === 'ask-return' ? 'return' : 'extension', order, context);
  const form = approval?.form ? formOf(approval.form, order, context) : undefined;
  const forms = [...(form ? [form] : []), ...(command === 'ask-return' ? formsBefore('returned', order, context) : [])];
  return formView(forms, order, context);
}

/** With several callers it has to be said whom it concerns. */
const own = (id: string, { callersOwn }: Context): { own?: boolean } => (callersOwn.has(id) ? { own: true } : {});

/** What its gates want filled in. */
function formAt(milestone: string, order: OrderState, context: Context): { form?: FormView } {
  const form = formView(formsBefore(milestone, order, context), order, context);
  return form ? { form } : {};
}

export const offers = (order: OrderState, context: Context, { words, pack }: Rulebook, lang: Lang): Offer[] =>
  allowedCommands(order, context).map(({ command, enabled, because }): Offer => {
    const primary = PRIMARY[order.state];
    const form = formOfCommand(command, order, context);
    const milestones =
      command === 'record'
        ? [...words.milestones]
            .filter(([id]) => recordable(id, context))
            .map(([id, name]) => ({ id, name: name[lang], ...own(id, context), ...formAt(id, order, context) }))
            .concat(
              pack.notices
                .filter(({ when }) => context.holds(when, order))
                .map(({ id, article }) => ({
                  id: `told:${id}`,
                  name: `${lang === 'zh' ? '告知' : 'Told'} ${article}`,
                  ...own(`told:${id}`, context),
                  ...formAt(`told:${id}`, order, context),
                })),
            )
        : command === 'ask-pause'
          ? pausesToAsk(order, context).map(({ id, quote }) => ({ id, name: quote }))
          : undefined;
    return {
      command,
      name: COMMAND_WORDS[command][lang],
      enabled,
      primary: primary?.command === command,
      ...(primary?.command === command ? { key: primary.key } : {}),
      ...(because ? { because: { code: because.code, ...(because.params ? { params: because.params } : {}) } } : {}),
      ...(because?.article ? { article: because.article } : {}),
      ...(milestones ? { milestones } : {}),
      ...(form ? { form } : {}),
    };
  });

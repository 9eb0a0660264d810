/** Templates 模板: as they are in force, checked when they are saved, previewed with samples. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit } from '../../identity/index.ts';
import { CHANNELS, type Channel, LANGUAGES, type Language, type Wording } from '../rules/notice.ts';
import { EVENTS, eventNamed, shippedWording } from '../rules/templates/event.ts';
import { ALWAYS, faultOf, fill, htmlOf, samplesOf } from '../rules/templates/placeholders.ts';
import type { NoticeEvent } from '../rules/templates/shape.ts';
import { MOST_PARTS, smsLength } from '../rules/templates/sms.ts';
import { insertTemplate, templatesInForce, templateVersions } from '../store/templates.ts';
import type { Reader } from './read-notices.ts';

/** Characters. */
const MOST_SUBJECT = 200;
const MOST_BODY = 4000;

export async function readEvents({ tx, lang }: Reader) {
  const saved = await templatesInForce(tx);
  return ok(
    EVENTS.map(({ id, to, channels, ...event }) => ({
      id,
      name: event[lang],
      to,
      channels: [...channels],
      written: saved.filter((one) => one.event === id).length,
    })),
  );
}

const channelsOf = ({ to }: NoticeEvent): Channel[] =>
  CHANNELS.filter((channel) => (to === 'staff' ? channel !== 'slip' : channel !== 'in-app'));

export async function readEvent({ tx, lang }: Reader, id: string) {
  const event = eventNamed(id);
  if (!event) return refuse('notice-event-not-found', { params: { found: id.slice(0, 60) } });
  const saved = await templatesInForce(tx, id);
  const templates = channelsOf(event).flatMap((channel) =>
    LANGUAGES.map((language) => {
      const own = saved.find((one) => one.channel === channel && one.language === language);
      const { subject, body } = own ?? shippedWording(event, language);
      return {
        channel,
        language,
        subject,
        body,
        version: own?.version ?? 0,
        savedAt: own?.savedAt.toISOString() ?? null,
        savedBy: own?.savedBy ?? null,
        shipped: shippedWording(event, language),
      };
    }),
  );
  const variables = [...event.variables, ...ALWAYS].map(({ id: variable, zh, en, required, sample }) => ({
    id: variable,
    zh,
    name: lang === 'zh' ? zh : en,
    required: required ?? false,
    sample,
  }));
  return ok({ id, name: event[lang], to: event.to, channels: [...event.channels], variables, templates });
}

export interface Written extends Wording {
  channel: Channel;
  language: Language;
}

/** What is wrong with it, else how it looks with sample values. */
function looked(event: NoticeEvent, { channel, language, subject, body }: Written) {
  if (!channelsOf(event).includes(channel)) return refuse('template-channel', { params: { channel } });
  if (subject.length > MOST_SUBJECT || body.length > MOST_BODY)
    return refuse('template-too-long', { params: { subject: MOST_SUBJECT, body: MOST_BODY } });
  if (body.trim() === '') return refuse('template-empty');
  // what has to be said is said in the text itself
  const fault =
    faultOf([body], event.variables) ??
    faultOf(
      [subject],
      event.variables.map(({ required: _, ...one }) => one),
    );
  if (fault) return { ok: false as const, refusal: fault };
  const samples = samplesOf(event.variables, language);
  const text = fill(body, samples, event.variables);
  const heading = fill(subject, samples, event.variables);
  const sms = smsLength(text);
  if (channel === 'sms' && sms.parts > MOST_PARTS)
    return refuse('template-sms-too-long', { params: { parts: sms.parts, most: MOST_PARTS, length: sms.length } });
  return ok({
    subject: heading,
    text,
    html: channel === 'email' ? htmlOf(heading, text, language) : null,
    sms: channel === 'sms' ? sms : null,
  });
}

export function previewTemplate(event: string, written: Written) {
  const known = eventNamed(event);
  return known ? looked(known, written) : refuse('notice-event-not-found', { params: { found: event.slice(0, 60) } });
}

export async function saveTemplate(
  given: Reader,
  event: string,
  written: Written & { after: number },
): Promise<Result<unknown>> {
  const seen = previewTemplate(event, written);
  if (!seen.ok) return seen;
  const { tx, me, time } = given;
  const { channel, language, after } = written;
  const [newest] = await templateVersions(tx, event, channel, language);
  const stale = (newest?.version ?? 0) !== after;
  if (stale || (await insertTemplate(tx, { ...written, event }, me.staffId, time.now())) === 0)
    return refuse('template-changed');
  await audit(tx, me, 'template.save', `template:${event}`, { channel, language, version: after + 1 }, time);
  return readEvent(given, event);
}

export async function readVersions({ tx }: Reader, event: string, channel: Channel, language: Language) {
  const versions = await templateVersions(tx, event, channel, language);
  return ok(
    versions.map(({ savedAt, version, subject, body, savedBy }) => ({
      version,
      subject,
      body,
      savedBy,
      savedAt: savedAt.toISOString(),
    })),
  );
}

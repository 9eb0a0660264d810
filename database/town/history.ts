/** The town's orders: two thousand that are over and 120 that are open now, in every state the desk can meet. */
import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../server/values/instant.ts';
import { type Called, call, minutes, pastCases, type Wanted } from './cases.ts';
import { type Chronicle, type Doer, open, perform, settle, type World } from './chronicle.ts';
import type { Command } from './engine.ts';
import type { Town } from './generate.ts';
import type { Step } from './pace.ts';
import type { Random } from './random.ts';
// biome-ignore format: one list
import {
  CANCEL_REASONS, EXTENSION_REASONS, PAUSE_REASONS, REJECT_REASONS, REOPEN_REASONS, RETURN_BASES, RETURN_REASONS, SUPERVISIONS,
} from './remarks.ts';
import { type Deed, tell } from './tell.ts';

/** An order as it ended up, with the case it came from. */
export interface Lived {
  one: Called;
  chronicle: Chronicle;
  photos: { at: Instant; by: string; attachmentId: string; name: string }[];
}

export interface Scene {
  random: Random;
  town: Town;
  world: World;
  doer: (username: string) => Doer;
  now: Instant;
  /** Ids of requests in the order of cases. */
  nextRequestId: () => number;
  nextAttachmentId: () => string;
}

const OPERATIONS = 'liqian';
const SUPERVISOR = 'gaofeng';

// biome-ignore format: one list
const elementsOf = (one: Called): string[] => [
  'channel', 'address', 'content', 'event', 'received',
  ...(one.contactLeft ? ['phone', 'mobile', 'reporter', 'contact-time'] : []),
];

function begin(scene: Scene, one: Called): Lived {
  const facts = {
    ...one.known,
    'customer-kind': one.premises.customerKind,
    'contact-left': one.contactLeft,
    urgent: one.urgent,
  };
  const chronicle = open(scene.world, {
    at: one.receivedAt,
    by: scene.doer(one.cast.agent),
    requestId: scene.nextRequestId(),
    event: one.story.event,
    channel: one.channel,
    place: one.place,
    content: one.content,
    facts,
    elements: elementsOf(one),
  });
  return { one, chronicle, photos: [] };
}

function act(scene: Scene, lived: Lived, deed: Deed): void {
  const by = scene.doer(deed.by);
  const handler = deed.command === 'assign' ? scene.doer(lived.one.cast.crew) : undefined;
  perform(scene.world, lived.chronicle, deed.command as Command, deed.input as never, {
    at: deed.at,
    by,
    ...(handler ? { handler } : {}),
  });
  if (deed.photo) {
    const photo = { attachmentId: scene.nextAttachmentId(), name: '现场照片.png', mediaType: 'image/png' };
    perform(scene.world, lived.chronicle, 'attach', photo, { at: deed.at + 20 * SECOND, by });
    lived.photos.push({ at: deed.at + 20 * SECOND, by: deed.by, attachmentId: photo.attachmentId, name: photo.name });
  }
}

const deed = (at: Instant, by: string, command: string, input: Record<string, unknown> = {}): Deed => ({
  at,
  by,
  command,
  input,
});

/** Something out of the ordinary on the way to the end: a supervision, a reply sent back. */
function withIncidents({ random }: Scene, one: Called, deeds: Deed[]): Deed[] {
  const chance = random.next();
  const handled = deeds.find(({ command }) => command === 'handle');
  const reviewed = deeds.find(({ command }) => command === 'review-pass');
  if (!handled || !reviewed) return deeds;
  if (chance < 0.03) {
    const at = one.receivedAt + Math.round((handled.at - one.receivedAt) * 0.8);
    return [...deeds, deed(at, SUPERVISOR, 'supervise', { text: random.pick(SUPERVISIONS) })].sort(
      (a, b) => a.at - b.at,
    );
  }
  if (chance < 0.055) {
    const shift = minutes(random, 20, 80);
    const rejected = deed(reviewed.at, one.cast.reviewer, 'reject', { reason: random.pick(REJECT_REASONS) });
    const again = { ...handled, at: reviewed.at + shift };
    const later = deeds.slice(deeds.indexOf(reviewed)).map((each) => ({ ...each, at: each.at + shift + 6 * MINUTE }));
    return [...deeds.slice(0, deeds.indexOf(reviewed)), rejected, again, ...later];
  }
  return deeds;
}

export function liveClosed(scene: Scene, count: number, days: number): Lived[] {
  const { random, town, doer, now } = scene;
  const cases = pastCases(random, town, (username) => doer(username).staffId, now, count, days);
  cases.sort((a, b) => a.receivedAt - b.receivedAt);
  return cases.map((one) => {
    const lived = begin(scene, one);
    const deeds = tell(random, one);
    if (random.chance(0.012)) {
      act(
        scene,
        lived,
        deed(one.receivedAt + minutes(random, 0.5, 3), one.cast.dispatcher, 'cancel', {
          reason: random.pick(CANCEL_REASONS),
        }),
      );
      return lived;
    }
    for (const each of withIncidents(scene, one, deeds)) act(scene, lived, each);
    return lived;
  });
}

/** How an open order came to stand where it stands. */
interface Kind {
  count: number;
  wanted?: Wanted;
  /** Last step done; none: only received. */
  upTo?: Step;
  /** Minutes between `anchor` (default the last step, or receipt) and now. */
  ago: [number, number];
  anchor?: Step;
  /** Instead: minutes until the work is due; negative: late. */
  dueIn?: [number, number];
  then?: (scene: Scene, lived: Lived) => void;
}

const among = (...events: string[]): Wanted => ({ story: ({ event }) => events.includes(event) });
const PRESSURE = among('no-water', 'low-pressure', 'pipe-leak');
const SLOW: Wanted = {
  ...among('bill-payment', 'construction', 'price-policy', 'household-meter-renovation', 'connection'),
  contactLeft: true,
};

const lately = ({ random, now }: Scene, from: number, to: number): Instant => now - minutes(random, from, to);
const finishDue = ({ chronicle }: Lived): Instant =>
  chronicle.rows.find(({ clockId }) => clockId === 'finish')?.dueAt ?? 0;

const askReturn = (scene: Scene, lived: Lived): void =>
  act(
    scene,
    lived,
    deed(lately(scene, 2, 8), lived.one.cast.head, 'ask-return', {
      reason: scene.random.pick(RETURN_REASONS),
      basis: RETURN_BASES[0],
    }),
  );
const askExtension = (scene: Scene, lived: Lived): void => {
  const input = {
    until: Math.max(finishDue(lived), scene.now) + DAY,
    reason: scene.random.pick(EXTENSION_REASONS),
    form: { 'customer-informed': '已电话告知，用户同意' },
  };
  act(scene, lived, deed(lately(scene, 5, 40), lived.one.cast.head, 'ask-extension', input));
};
const grantExtension = (scene: Scene, lived: Lived): void => {
  askExtension(scene, lived);
  act(
    scene,
    lived,
    deed(lately(scene, 1, 4), OPERATIONS, 'decide-extension', { granted: true, note: '同意，请与用户保持联系。' }),
  );
};
const askPause = (scene: Scene, lived: Lived): void =>
  act(
    scene,
    lived,
    deed(lately(scene, 3, 20), lived.one.cast.head, 'ask-pause', {
      entry: 'failure',
      reason: scene.random.pick(PAUSE_REASONS),
    }),
  );
const pause = (scene: Scene, lived: Lived): void => {
  askPause(scene, lived);
  act(scene, lived, deed(lately(scene, 0.5, 2.5), OPERATIONS, 'decide-pause', { granted: true, note: '情况属实。' }));
};
const supervise = (scene: Scene, lived: Lived): void =>
  act(scene, lived, deed(lately(scene, 1, 30), SUPERVISOR, 'supervise', { text: scene.random.pick(SUPERVISIONS) }));
/** Opened again, and in most cases on its way to the same crew. */
const reopen = (scene: Scene, lived: Lived): void => {
  const { one } = lived;
  const reason = scene.random.pick(REOPEN_REASONS);
  // a story that came to its end twice was closed only just now
  const { stateSince } = lived.chronicle.order;
  const at = Math.max(lately(scene, 9, 90), stateSince);
  if (scene.random.chance(0.25) || at > scene.now - 9 * MINUTE) {
    const just = Math.max(lately(scene, 0.5, 3), stateSince);
    act(scene, lived, deed(just, one.cast.reviewer, 'reopen', { reason, sameUnit: false }));
    return;
  }
  const steps: [number, string, string, Record<string, unknown>][] = [
    [0, one.cast.reviewer, 'reopen', { reason, sameUnit: false }],
    [
      1.5,
      one.cast.dispatcher,
      'dispatch',
      { departmentId: one.story.department, ...(one.limit ? { limit: scene.now + DAY } : {}) },
    ],
    [3, one.cast.head, 'accept', {}],
    [4, one.cast.head, 'assign', { handlerId: one.cast.crewId }],
    [8, one.cast.crew, 'record', { milestone: 'contacted' }],
  ];
  for (const [after, by, command, input] of steps) act(scene, lived, deed(at + after * MINUTE, by, command, input));
};

const KINDS: Kind[] = [
  { count: 9, ago: [0.3, 4.6] },
  { count: 3, ago: [6, 14] },
  { count: 10, upTo: 'dispatch', ago: [0.5, 8] },
  { count: 3, upTo: 'dispatch', ago: [11, 25] },
  { count: 10, upTo: 'accept', ago: [0.5, 5] },
  { count: 8, upTo: 'assign', ago: [0.5, 9], wanted: { contactLeft: true } },
  { count: 5, upTo: 'assign', ago: [10.5, 25], wanted: { contactLeft: true } },
  { count: 8, upTo: 'contact', anchor: 'assign', ago: [12, 29], wanted: { ...PRESSURE, contactLeft: true } },
  { count: 4, upTo: 'contact', anchor: 'assign', ago: [31, 50], wanted: { ...PRESSURE, contactLeft: true } },
  { count: 12, upTo: 'contact', dueIn: [8, 600], ago: [0, 0], wanted: SLOW },
  { count: 4, upTo: 'contact', dueIn: [-40, -2], ago: [0, 0], wanted: SLOW },
  {
    count: 3,
    upTo: 'contact',
    ago: [12, 60],
    wanted: { ...among('indoor-leak', 'secondary-supply'), contactLeft: true },
    then: askReturn,
  },
  { count: 2, upTo: 'contact', dueIn: [120, 500], ago: [0, 0], wanted: SLOW, then: askExtension },
  { count: 1, upTo: 'contact', dueIn: [60, 300], ago: [0, 0], wanted: SLOW, then: grantExtension },
  { count: 3, upTo: 'contact', dueIn: [90, 900], ago: [0, 0], wanted: SLOW, then: askPause },
  { count: 4, upTo: 'contact', dueIn: [60, 900], ago: [0, 0], wanted: SLOW, then: pause },
  { count: 4, upTo: 'close', ago: [300, 2600], wanted: { ...SLOW }, then: reopen },
  { count: 5, upTo: 'contact', dueIn: [30, 500], ago: [0, 0], wanted: SLOW, then: supervise },
  { count: 9, upTo: 'handle', ago: [0.5, 18] },
  { count: 3, upTo: 'handle', ago: [21, 40] },
  { count: 10, upTo: 'review', ago: [3, 400], wanted: { contactLeft: true } },
];

/** Hours of 办理时限 of the slow stories, all 其他一般性问题. */
const SLOW_FINISH = 48 * HOUR;

function liveOpen(scene: Scene, kind: Kind): Lived {
  const { random, town, doer, now } = scene;
  const timeless = call(random, town, (username) => doer(username).staffId, { ...kind.wanted });
  const onPhone =
    kind.dueIn || timeless.channel === 'hotline-12345' ? { channel: 'phone', known: {}, limit: null } : {};
  const one = { ...timeless, ...onPhone };
  const anchor = kind.anchor ?? kind.upTo;
  const since = kind.dueIn
    ? SLOW_FINISH - minutes(random, ...kind.dueIn)
    : minutes(random, ...kind.ago) + (anchor ? (one.pace[anchor] ?? 0) : 0);
  const called: Called = { ...one, receivedAt: now - since };
  const lived = begin(scene, called);
  const last = kind.upTo ? called.receivedAt + (one.pace[kind.upTo] ?? 0) : called.receivedAt;
  for (const each of tell(random, called)) {
    if (kind.upTo && each.at <= Math.max(last, kind.upTo === 'close' ? now : 0) && each.at <= now)
      act(scene, lived, each);
  }
  kind.then?.(scene, lived);
  settle(scene.world, lived.chronicle, now);
  return lived;
}

export const OPEN_COUNT: number = KINDS.reduce((sum, { count }) => sum + count, 0);

export const liveOpenOnes = (scene: Scene): Lived[] =>
  KINDS.flatMap((kind) => Array.from({ length: kind.count }, () => liveOpen(scene, kind)));

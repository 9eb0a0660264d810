const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, '微信 WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a browser calls itself, in two words; null when it says nothing. */
export function browserOf(agent: string | null): string | null {
  if (agent === null || agent === '') return null;
  const name = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1];
  const words = [name(BROWSERS), name(SYSTEMS)].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(' · ') : agent.slice(0, 40);
}

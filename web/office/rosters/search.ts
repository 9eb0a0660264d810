export const ROSTER_TABS = ['week', 'duty', 'absent', 'handover'] as const;
export type RosterTab = (typeof ROSTER_TABS)[number];

export const readRosterSearch = ({ tab }: Record<string, unknown>): { tab?: RosterTab } =>
  ROSTER_TABS.includes(tab as RosterTab) ? { tab: tab as RosterTab } : {};

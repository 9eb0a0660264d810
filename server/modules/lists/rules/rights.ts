/** What decides which rows somebody sees, as a text to compare: his roles, his unit, his districts. */
export interface Holder {
  roles: readonly string[];
  departmentId: string;
  districts: readonly string[];
}

export const rightsOf = ({ roles, departmentId, districts }: Holder): string =>
  JSON.stringify([roles.toSorted(), departmentId, districts.toSorted()]);

/** One mistake a service manager makes in `right.ts`, and what the check has to say of it. */
export interface Mistake {
  /** Title of the test, English and Chinese. */
  name: string;
  file: string;
  /** What stood there, once in the file, and what was written instead. */
  right: string;
  wrong: string;
  code: string;
  /** Text of the wrong file at whose beginning the place is; absent: `wrong`. */
  points?: string;
  /** The line is told, the column is not that of `points`. */
  anywhere?: true;
  /** What both sentences tell to write, or to do away with. */
  fix: string;
  /** Putting `expected` in place of `found` there makes the check green. */
  applies?: true;
}

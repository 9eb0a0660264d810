/** The text of a document; its clauses are links, each with its number and state. */
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { Chapter, Clause } from './data.ts';
import type { Left } from './matching.ts';
import { State } from './State.tsx';
import type { BrowseSearch } from './search.ts';

interface Props {
  chapter: Chapter;
  clauses: ReadonlyMap<string, Clause>;
  left: Left;
  chosen: string | undefined;
  search: BrowseSearch;
}

export function SourceText({ chapter, clauses, left, chosen, search }: Props): ReactNode {
  const { clause: _, entry: __, ...kept } = search;
  const shown = (marks: readonly string[]): string[] => marks.filter((mark) => left.marks.has(mark));
  return (
    <div className="source-text">
      {chapter.paragraphs.map(({ heading, runs }, index) => {
        if (!left.whole && !runs.some(({ marks }) => shown(marks).length > 0)) return null;
        const Paragraph = heading ? 'h3' : 'p';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is its place
          <Paragraph key={index}>
            {runs.map(({ text, marks }, at) => {
              const key = `${index}.${at}`;
              const own = shown(marks);
              const [first] = own;
              if (first === undefined) return <Fragment key={key}>{text}</Fragment>;
              const current = chosen !== undefined && own.includes(chosen);
              return (
                <Fragment key={key}>
                  <Link
                    className="clause-run"
                    to="/rulebook/browse"
                    search={{ ...kept, ...(clauses.has(first) ? { clause: first } : { entry: first }) }}
                    replace
                    data-mark={first}
                    {...(current ? { 'aria-current': 'true' as const } : {})}
                  >
                    {text}
                  </Link>
                  {ends(runs, at, own).map((id) => (
                    <ClauseTag key={id} clause={clauses.get(id)} />
                  ))}
                </Fragment>
              );
            })}
          </Paragraph>
        );
      })}
    </div>
  );
}

/** Clauses whose last words stand in this run: their numbers follow it. */
const ends = (runs: Chapter['paragraphs'][number]['runs'], at: number, own: readonly string[]): string[] =>
  own.filter((id) => !runs.slice(at + 1).some(({ marks }) => marks.includes(id)));

function ClauseTag({ clause }: { clause: Clause | undefined }): ReactNode {
  if (clause === undefined) return null;
  return (
    <span className="clause-tag">
      {'\u2060'}
      {clause.id} <State of={clause.state} brief />
    </span>
  );
}

import type { Difference, Relation } from './model/relations'

type Translate = (key: string, named?: Record<string, unknown>) => string

export interface DifferenceLine {
  key: string
  sign: '＋' | '−' | '±'
  what: string
  text: string
  detail: string
}

/** What changed, a line for each relation. */
export function differenceLines(made: Difference, t: Translate): DifferenceLine[] {
  return [
    ...made.added.map((edge) => line('＋', 'added', edge, facts(edge, t), t)),
    ...made.removed.map((edge) => line('−', 'removed', edge, facts(edge, t), t)),
    ...made.changed.map(({ before, after }) => line('±', 'changed', after, changes(before, after, t), t)),
  ]
}

function line(
  sign: DifferenceLine['sign'],
  what: 'added' | 'removed' | 'changed',
  edge: Relation,
  detail: string,
  t: Translate,
): DifferenceLine {
  return { key: edge.id, sign, what: t(`hierarchy.diff.${what}`), text: `${edge.from} → ${edge.to}`, detail }
}

function facts(edge: Relation, t: Translate): string {
  return [
    t('hierarchy.diff.priority', { value: edge.priority }),
    t(`hierarchy.kinds.${edge.kind}`),
    ...(edge.active ? [] : [t('hierarchy.edgeInactive')]),
  ].join(t('hierarchy.comma'))
}

const activity = (edge: Relation, t: Translate) => t(edge.active ? 'hierarchy.active' : 'hierarchy.edgeInactive')

function changes(before: Relation, after: Relation, t: Translate): string {
  const arrow = (from: string, to: string) => t('hierarchy.diff.arrow', { before: from, after: to })
  const found: string[] = []
  if (before.priority !== after.priority)
    found.push(t('hierarchy.diff.priority', { value: arrow(`${before.priority}`, `${after.priority}`) }))
  if (before.kind !== after.kind)
    found.push(arrow(t(`hierarchy.kinds.${before.kind}`), t(`hierarchy.kinds.${after.kind}`)))
  if (before.active !== after.active) found.push(arrow(activity(before, t), activity(after, t)))
  return found.join(t('hierarchy.comma'))
}

import type { Export } from '../../export/export-cards.ts'

/** What `--report` writes: `schemas/output-export.schema.json`. */
export function exportReport({ exporter, cards, losses }: Export): object {
  return {
    format: exporter.name,
    cards: cards.length,
    losses: losses().map(({ field, what, why, cards }) => ({
      field,
      what,
      ...(why === undefined ? {} : { why }),
      count: cards.length,
      cards,
    })),
  }
}

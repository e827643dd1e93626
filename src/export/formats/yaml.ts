import type { Written } from '../../edit/bare-values.ts'
import { documentText } from '../../edit/write-card.ts'
import { cardJson, JSON_FIELDS, type JsonField } from '../../model/card-json.ts'
import { EVERY_FIELD } from '../every-field.ts'
import type { Exporter } from '../exporter.ts'

/** Cards as YAML: each a document of its own, with the shape and the values of their JSON. */
export const yaml: Exporter = {
  name: 'yaml',
  kind: 'data',
  description: 'a document a card, parted by `---`, in the shape of json',
  extension: 'yaml',
  keeps: EVERY_FIELD,
  choice: { kind: 'fields', names: JSON_FIELDS },
  *write(cards, { registries, fields: chosen }) {
    // Checked by whoever gave them: they are of `choice`.
    const fields = chosen as readonly JsonField[] | undefined
    for (const [i, card] of cards.entries()) {
      const json = cardJson(card, registries, fields) as object as { [key: string]: Written }
      yield (i === 0 ? '' : '---\n') + documentText(json)
    }
  },
}

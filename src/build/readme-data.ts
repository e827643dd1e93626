import { COLUMNS } from '../commands/columns.ts'
import { formatOptions } from '../commands/format-options.ts'
import { commands } from '../commands/index.ts'
import { CARD_FIELDS, formats } from '../export/formats-known.ts'
import { TRUST } from '../fetch/trust.ts'
import { IMPORTERS } from '../import/index.ts'
import { REPORTERS } from '../lint/reporters/index.ts'
import { RULES } from '../lint/rules/index.ts'
import { TRACKING_PARAMETERS } from '../model/canonical-url.ts'
import { RATINGS } from '../model/credibility.ts'
import { FIELD_KINDS } from '../query/field-kinds.ts'
import { FIELDS } from '../query/fields.ts'

/** What the tables of the README are made of, out of the tables that the program itself uses. */
export const readmeData = {
  commands: commands.map(({ name, summary }) => ({ name, summary })),
  columns: COLUMNS.map(({ name, description }) => ({ name, description })),
  queryFields: FIELDS.map(({ name, aliases, description, example, kind }) => ({
    name,
    aliases,
    description,
    example,
    kind,
  })),
  fieldKinds: FIELD_KINDS,
  ratings: RATINGS,
  rules: RULES.map(({ id, severity, summary, fixes = '' }) => ({ id, severity, summary, fixes })),
  reporters: REPORTERS.map(({ name, summary }) => ({ name, summary })),
  tracking: TRACKING_PARAMETERS,
  mappings: IMPORTERS.map(({ name, mapping }) => ({ name, mapping })),
  cardFields: CARD_FIELDS,
  exporters: formats().map(format => ({ ...format, options: formatOptions(format) })),
  trust: TRUST.map(({ field, sources }) => ({ field, sources })),
}

import cardSchema from '../../schemas/card.schema.json' with { type: 'json' }
import configSchema from '../../schemas/config.schema.json' with { type: 'json' }
import exportManifestSchema from '../../schemas/export-manifest.schema.json' with { type: 'json' }
import outputCardSchema from '../../schemas/output-card.schema.json' with { type: 'json' }
import outputCsvSchema from '../../schemas/output-csv.schema.json' with { type: 'json' }
import outputDupesSchema from '../../schemas/output-dupes.schema.json' with { type: 'json' }
import outputEditSchema from '../../schemas/output-edit.schema.json' with { type: 'json' }
import outputExportSchema from '../../schemas/output-export.schema.json' with { type: 'json' }
import outputFetchSchema from '../../schemas/output-fetch.schema.json' with { type: 'json' }
import outputFormatsSchema from '../../schemas/output-formats.schema.json' with { type: 'json' }
import outputImportSchema from '../../schemas/output-import.schema.json' with { type: 'json' }
import outputLintSchema from '../../schemas/output-lint.schema.json' with { type: 'json' }
import outputListSchema from '../../schemas/output-list.schema.json' with { type: 'json' }
import outputMergeSchema from '../../schemas/output-merge.schema.json' with { type: 'json' }
import outputMoveSchema from '../../schemas/output-move.schema.json' with { type: 'json' }
import outputRefsSchema from '../../schemas/output-refs.schema.json' with { type: 'json' }
import outputRetireSchema from '../../schemas/output-retire.schema.json' with { type: 'json' }
import outputReviveSchema from '../../schemas/output-revive.schema.json' with { type: 'json' }
import outputSearchSchema from '../../schemas/output-search.schema.json' with { type: 'json' }
import outputVenuesSchema from '../../schemas/output-venues.schema.json' with { type: 'json' }
import pagesSchema from '../../schemas/pages.schema.json' with { type: 'json' }
import venuesSchema from '../../schemas/venues.schema.json' with { type: 'json' }
import type { Pointer } from '../model/place.ts'
import type { SchemaName } from './read-by-schema.ts'

/** The part of JSON Schema that our schemas are written in. */
export interface Schema {
  /** Of what the program puts out: its version, by which readers know what they can rely on. */
  readonly $comment?: string
  readonly title?: string
  readonly description?: string
  readonly $ref?: string
  /** What `$ref` refers to: the form that this and other values share. */
  readonly form?: Schema
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly examples?: readonly unknown[]
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** Every schema, by name: of what is written by hand, then of what the program puts out. */
export const schemas = {
  card: cardSchema,
  venues: venuesSchema,
  pages: pagesSchema,
  config: configSchema,
  'export-manifest': exportManifestSchema,
  'output-card': outputCardSchema,
  'output-lint': outputLintSchema,
  'output-list': outputListSchema,
  'output-search': outputSearchSchema,
  'output-fetch': outputFetchSchema,
  'output-import': outputImportSchema,
  'output-edit': outputEditSchema,
  'output-venues': outputVenuesSchema,
  'output-dupes': outputDupesSchema,
  'output-merge': outputMergeSchema,
  'output-move': outputMoveSchema,
  'output-retire': outputRetireSchema,
  'output-revive': outputReviveSchema,
  'output-csv': outputCsvSchema,
  'output-export': outputExportSchema,
  'output-formats': outputFormatsSchema,
  'output-refs': outputRefsSchema,
} satisfies Record<string, Schema>

/** The schema of the value at a pointer: its own title and examples, with what its `$ref` adds. */
export function schemaAt(name: SchemaName, pointer: Pointer): Schema {
  const root: Schema = schemas[name]
  return pointer.reduce<Schema>((schema, step) => resolved(child(schema, step), root), resolved(root, root))
}

function child(schema: Schema, step: string | number): Schema {
  if (typeof step === 'number') return schema.items ?? {}
  const { properties = {}, additionalProperties: other } = schema
  const named = Object.hasOwn(properties, step) ? properties[step] : undefined
  return named ?? (typeof other === 'object' ? other : {})
}

function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const form = root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}
  return { ...form, ...schema, form }
}

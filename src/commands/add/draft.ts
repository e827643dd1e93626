import { cardText } from '../../edit/write-card.ts'
import { examine } from '../../load/examine.ts'
import type { ExtraFields } from '../../load/extra-fields.ts'
import { isRawMap, type Raw } from '../../load/raw.ts'
import type { CardFields, KnownFields } from '../../model/card.ts'
import { CardsError } from '../../model/errors.ts'
import type { Finding } from '../../model/finding.ts'
import { pointerSteps } from '../../model/pointer.ts'

/** Who says what stands in a field. What a person says goes before what a machine finds. */
export type By = 'person' | 'page' | 'guess'

/** A value, and where it comes from: `--title`, `standard input`, `citation_title`, `its host in .gov`. */
export interface DraftValue {
  readonly value: Raw
  readonly by: By
  readonly from: string
}

/** Stands for the ID while there is none; a card without one would be no card. */
const NO_ID = 'AAAAAAAAAA'

/** A card that is being made: its values as they come, in texts, and where each is from. */
export class CardDraft {
  private readonly values = new Map<string, DraftValue>()
  /** What was found out of the values as they are. */
  private examination: Examination | undefined
  /** The fields that the library declares for itself. */
  readonly extra: ExtraFields

  constructor(extra: ExtraFields) {
    this.extra = extra
  }

  get(field: string): DraftValue | undefined {
    return this.values.get(field)
  }

  has(field: string): boolean {
    return this.values.has(field)
  }

  /** Every field that there is, in no order. */
  entries(): Iterable<[string, DraftValue]> {
    return this.values
  }

  /** Sets a field; of a map, the keys. */
  set(field: string, value: Raw, by: By, from: string): void {
    this.examination = undefined
    const old = this.values.get(field)?.value
    this.values.set(field, {
      value: isRawMap(old) && isRawMap(value) ? { ...old, ...value } : value,
      by,
      from,
    })
  }

  /** Sets a field that there is nothing in. */
  fill(field: string, value: Raw, by: By, from: string): void {
    if (!this.has(field)) this.set(field, value, by, from)
  }

  drop(field: string): void {
    this.examination = undefined
    this.values.delete(field)
  }

  /** The same draft with nothing in a field. */
  without(field: string): CardDraft {
    const draft = new CardDraft(this.extra)
    for (const [name, entry] of this.values) if (name !== field) draft.values.set(name, entry)
    return draft
  }

  /** The same draft with another value of a field. */
  with(field: string, value: Raw): CardDraft {
    const draft = this.without(field)
    draft.set(field, value, 'person', '')
    return draft
  }

  /** What is right of it, with the types of the schema. */
  known(): Partial<KnownFields> {
    const { id: _, ...fields } = this.examined().fields
    return fields
  }

  /** What is wrong at a place (RFC 6901) or below; undefined when nothing is. */
  problemAt(place: string): Finding | undefined {
    return this.examined().findings.find(({ pointer }) => `${pointer}/`.startsWith(`${place}/`))
  }

  /** Takes out what pages say that no card can say, and gives the findings. */
  dropMisfits(): Finding[] {
    const wrong = this.examined().findings.filter(finding => this.values.get(fieldOf(finding))?.by === 'page')
    for (const finding of wrong) this.drop(fieldOf(finding))
    return wrong
  }

  /**
   * The fields of the card, which fit the schema.
   * @param place where it was given, for the messages: `card 3`
   * @throws CardsError `usage` with every problem
   */
  checked(place?: string): Omit<CardFields, 'id'> {
    const { fields, findings } = this.examined()
    if (findings.length > 0) throw this.error(findings, place)
    const { id: _, ...rest } = fields as unknown as CardFields
    return rest
  }

  private error(findings: readonly Finding[], place: string | undefined): CardsError {
    const told = findings.map(finding => {
      const where = this.values.get(fieldOf(finding))?.from ?? place
      const isOwn = finding.missing?.startsWith('extra.')
      return {
        message: where === undefined ? finding.message : `${where}: ${finding.message}`,
        help: isOwn ? `Give it with --set ${finding.missing}=…` : finding.help,
      }
    })
    const [first, ...others] = told
    if (first && others.length === 0) return new CardsError('usage', first.message, first.help)
    return new CardsError(
      'usage',
      told.map(({ message, help }) => `${message} ${help}`).join('\n'),
      'Nothing was written.',
    )
  }

  private examined(): Examination {
    this.examination ??= this.examine()
    return this.examination
  }

  private examine(): Examination {
    const raw = Object.fromEntries([...this.values].map(([field, { value }]) => [field, value]))
    // Its file is what counts: what it will say when it is read again.
    const text = cardText({ ...raw, id: NO_ID } as unknown as CardFields)
    const { value, findings } = examine('card', text, '', this.extra)
    return { fields: (value ?? {}) as Partial<KnownFields>, findings }
  }
}

interface Examination {
  readonly fields: Partial<KnownFields>
  readonly findings: readonly Finding[]
}

/** The field that a finding is about; '' for the card as a whole. */
function fieldOf({ pointer }: Finding): string {
  return String(pointerSteps(pointer, undefined)[0] ?? '')
}

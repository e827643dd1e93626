// The shape of forms.generated.cjs, which `npm run generate` makes out of schemas/.

/** Of what type a value is: the type of a scalar, or what a list or mapping holds. */
export type ValueType = 'string' | 'integer' | 'number' | 'boolean' | ListType | MapType

export interface ListType {
  items: ValueType
}

export interface MapType {
  /** The type of the value of each key that the schema names. */
  keys: { [key: string]: ValueType }
  /** Which of them must be there. */
  required?: string[]
  /** The type under any other key; without it, no other key may be there. */
  others?: ValueType
}

/** What a schema asks of a value: for each kind of value, what it has to be; undefined where it may not be of that kind. */
export interface Form {
  text: TextForm | undefined
  list: ListForm | undefined
  map: MapForm | undefined
}

export interface TextForm {
  /** Other texts are read as that. */
  type: 'string' | 'integer' | 'number' | 'boolean'
  /** Whether it may not be empty. */
  isFilled: boolean
  pattern: RegExp | undefined
  /** All that it may say. */
  words: Set<string> | undefined
  minimum: number
  maximum: number
}

export interface ListForm {
  /** Undefined when they may be anything. */
  items: Form | undefined
  isFilled: boolean
}

export interface MapForm {
  keys: Map<string, Form>
  /** The form of what stands under any other key; undefined when there may be none. */
  others: Form | undefined
  /** What keys look like. */
  names: RegExp | undefined
  required: string[]
  /** If there are any, one of them has to be there. */
  anyOf: string[]
  isFilled: boolean
}

type OfEach<T> = { card: T; venues: T; pages: T; config: T }

export const types: OfEach<ValueType>
export const forms: OfEach<Form>

/**
 * An item of CSL-JSON (CSL 1.0.2, csl-data.json), as far as cards have a place for it. Data from elsewhere may break
 * every one of these promises: who reads it checks.
 */
export interface CslItem {
  readonly id?: string | number
  readonly type?: string
  readonly title?: string
  readonly 'title-short'?: string
  readonly author?: readonly CslName[]
  readonly editor?: readonly CslName[]
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  readonly DOI?: string
  readonly ISBN?: string
  readonly PMID?: string
  readonly abstract?: string
  readonly language?: string
  readonly note?: string
  readonly keyword?: string
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly genre?: string
  readonly number?: string
  readonly archive?: string
  readonly archive_location?: string
  readonly [key: string]: unknown
}

export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly 'dropping-particle'?: string
  readonly 'non-dropping-particle'?: string
  readonly suffix?: string
  readonly literal?: string
  readonly ORCID?: string
}

export interface CslDate {
  /** Year, month and day, numbers or texts; two of them for a range. */
  readonly 'date-parts'?: readonly (readonly (number | string)[])[]
  readonly raw?: string
  readonly literal?: string
  readonly circa?: boolean | string | number
}

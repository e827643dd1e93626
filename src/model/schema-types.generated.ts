// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * Absolute http or https URL.
 */
export type Url = string
/**
 * A name as people write it (`Satya Benson`, `de Leo, Maria`), or its parts.
 */
export type Author =
  | string
  | {
      /**
       * Given names or initials.
       */
      given?: string
      /**
       * Family name without its particle.
       */
      family?: string
      /**
       * Particle before the family name, such as `van`, `de` or `al-`.
       */
      particle?: string
      /**
       * What follows the name, such as `Jr.` or `III`.
       */
      suffix?: string
      /**
       * A name with no parts: an organisation, a pseudonym, a mononym.
       */
      literal?: string
      /**
       * ORCID identifier, four groups of four.
       */
      orcid?: string
    }
/**
 * Lower-case letters and digits, words joined by hyphens.
 */
export type Slug = string
/**
 * Id of a page that cites, as a slug or a path: letters and digits, dots, underscores, slashes and hyphens.
 */
export type PageId = string

/**
 * One source that a body of research cites: what it says, how far it can be trusted, where it is used, and an ID that never changes.
 */
export interface CardFields {
  /**
   * Ten letters or digits that name this card forever. Opaque, unique without regard to case, never reused. `cards add` and `cards import` mint it; never change it by hand.
   */
  id: string
  /**
   * Absolute http or https address of the source. One of url, doi, arxiv, isbn and pmid is required.
   */
  url?: string
  /**
   * Digital Object Identifier, bare: without `https://doi.org/` or `doi:`.
   */
  doi?: string
  /**
   * Bare arXiv identifier, new or old style, with or without a version. Quote it, or other YAML readers take it for a number.
   */
  arxiv?: string
  /**
   * ISBN-10 or ISBN-13, with or without hyphens.
   */
  isbn?: string
  /**
   * Bare PubMed number.
   */
  pmid?: string
  /**
   * Further URLs of the same source: a mirror, a PDF, a cross-post, the archive of record.
   */
  also_at?: Url[]
  /**
   * The title as the source gives it: plain text on one line.
   */
  title: string
  /**
   * A short name by which people know the source.
   */
  label?: string
  /**
   * What kind of source it is. `web` is any page that none of the others fits.
   */
  type:
    | 'web'
    | 'blog'
    | 'paper'
    | 'report'
    | 'book'
    | 'government'
    | 'reference'
    | 'news'
    | 'talk'
    | 'podcast'
    | 'video'
    | 'interview'
    | 'dataset'
    | 'code'
    | 'other'
  /**
   * Who wrote it, in the source's order. Each is a name (`Satya Benson` or `de Leo, Maria`) or its parts.
   */
  authors?: Author[]
  /**
   * Date of publication as EDTF level 0: a year, a month or a day. Quote it, or other YAML readers take it for a number or a timestamp.
   */
  published?: string
  /**
   * Id of the venue in venues.yaml where the source appeared. Its credibility rating is inherited.
   */
  venue?: string
  /**
   * Language of the source as a BCP 47 tag.
   */
  language?: string
  /**
   * The source's own abstract, in its own words. Inline Markdown.
   */
  abstract?: string
  /**
   * What the source says, in our words: a paragraph or two. Inline Markdown.
   */
  summary?: string
  /**
   * What to remember of it, in our words: a list of short paragraphs. Inline Markdown.
   */
  key_points?: string[]
  /**
   * To whom the source matters, and why. Inline Markdown.
   */
  relevance?: string
  /**
   * Critical assessment: strengths, weaknesses, what it leaves open. Inline Markdown.
   */
  review?: string
  /**
   * Anything else worth keeping. Inline Markdown.
   */
  notes?: string
  /**
   * A rating of this source alone, only to override its venue's. Say why.
   */
  credibility?: {
    /**
     * 5 Gold, 4 High, 3 Good, 2 Mixed, 1 Low.
     */
    rating: number
    /**
     * Why this source deserves another rating than its venue.
     */
    reason?: string
  }
  /**
   * Subjects, as slugs: lower-case letters, digits and hyphens.
   */
  tags?: Slug[]
  /**
   * Ids of the pages that cite the source. What a page is called is said once, in pages.yaml.
   */
  cited_by?: PageId[]
  /**
   * How a forum received the post when the card was made.
   */
  forum?: {
    /**
     * Votes, as the forum counts them; may be negative.
     */
    karma?: number
    /**
     * Number of comments.
     */
    comments?: number
    /**
     * Number of answers to a question post.
     */
    answers?: number
  }
  /**
   * Date on which a person read the source, as EDTF level 0.
   */
  accessed?: string
  /**
   * Absolute http or https URL.
   */
  archive_url?: string
  /**
   * What a machine did when it last fetched the source.
   */
  fetch?: {
    /**
     * When: ISO 8601 date, or date and time; without an offset the time zone is unknown.
     */
    at?: string
    /**
     * How it went, in a word.
     */
    status?: 'ok' | 'partial' | 'blocked' | 'not-found' | 'error'
    /**
     * Status code of the last answer.
     */
    http_status?: number
    /**
     * Hash of what was fetched: the algorithm, a colon, lower-case hexadecimal digits.
     */
    content_hash?: string
    /**
     * Name under which the fetching program kept what it fetched, in a store of its own.
     */
    file?: string
  }
  /**
   * A cached excerpt of the source, kept beside the card.
   */
  preview?: {
    /**
     * Path of the excerpt below the library, with forward slashes.
     */
    file: string
    /**
     * Whether the excerpt is shorter than the source.
     */
    truncated?: boolean
    /**
     * Size of the whole text of which this is an excerpt, in kilobytes.
     */
    size_kb?: number
  }
  /**
   * Former IDs and resource IDs by which this card must still be found.
   */
  aliases?: string[]
  /**
   * A library's own fields, each declared under `extra` in cards.config.yaml.
   */
  extra?: {
    [k: string]: string | number | boolean | string[]
  }
  /**
   * Only on cards below retired/: when and why the card was given up, and what replaces it.
   */
  retired?: {
    /**
     * When the card was retired, as EDTF level 0.
     */
    date: string
    /**
     * Why the card was retired.
     */
    reason: string
    /**
     * Stable ID of the card to use instead.
     */
    replaced_by?: string
  }
}

/**
 * venues.yaml: where sources appear, and how far each venue can be trusted.
 */
export type VenueList = Venue[]

/**
 * A journal, server, site or publisher. Cards name it by its id, or match it by their URL.
 */
export interface Venue {
  /**
   * Slug by which cards name the venue.
   */
  id: string
  /**
   * The venue's name, plain text.
   */
  name: string
  /**
   * Hosts, each with an optional path, whose URLs belong to the venue. Subdomains are included; the longest match wins.
   */
  domains?: string[]
  /**
   * What kind of venue it is, in lower-case letters and underscores, such as academic_journal, preprint_server, think_tank, company_blog, government, encyclopedia, blog_platform, news or organization.
   */
  type?: string
  /**
   * Rating that its sources inherit: 5 Gold, 4 High, 3 Good, 2 Mixed, 1 Low.
   */
  credibility?: number
  /**
   * Whether what appears there has been peer-reviewed.
   */
  peer_reviewed?: boolean
  /**
   * What the venue is, in a sentence.
   */
  description?: string
}

/**
 * pages.yaml: the pages that cite sources. Cards name them by id under `cited_by`.
 */
export type PageList = Page[]

/**
 * A page, article or chapter that cites sources.
 */
export interface Page {
  /**
   * Id by which cards name the page: letters and digits, dots, underscores, slashes and hyphens.
   */
  id: string
  /**
   * What the page is called, plain text.
   */
  title: string
  /**
   * What kind of page it is, in the words of its own site.
   */
  type?: string
  /**
   * How good the page is by its own site's measure, 0 to 100.
   */
  quality?: number
  /**
   * Absolute http or https address of the page.
   */
  url?: string
}

/**
 * `error`, `warning`, `info` or `off`; or a mapping of `severity` and the options that `cards rules ID` tells.
 */
export type RuleSetting =
  | string
  | {
      /**
       * How much findings of the rule matter. Only errors make `cards lint` fail.
       */
      severity?: 'error' | 'warning' | 'info' | 'off'
      [k: string]: string | number | boolean | unknown[] | 'error' | 'warning' | 'info' | 'off' | undefined
    }

/**
 * cards.config.yaml: where the library is and what is its own. Nothing in it is ever executed.
 */
export interface ConfigFile {
  /**
   * The library's directory, relative to this file. Default: `cards`.
   */
  dir?: string
  /**
   * Where new cards are written: `flat` (`<id>.yaml`) or `sharded` (`<first two characters>/<id>.yaml`). Reading takes both.
   */
  layout?: 'flat' | 'sharded'
  /**
   * Folder below the library into which `cards add` and `cards import` put new cards, unless `--folder` names another. Default: the library itself.
   */
  folder?: string
  /**
   * What the modeline of a new card names, for editors: a URL or a path relative to the card; `none` for no modeline.
   */
  schema?: string
  /**
   * Queries by name, used as `@name` in any query.
   */
  filters?: {
    [k: string]: string
  }
  /**
   * The library's own card fields, by name, each with its type.
   */
  extra?: {
    [k: string]: ExtraField
  }
  /**
   * The tags that cards may have; `cards lint` reports any other. Without it every tag is allowed.
   */
  tags?: string[]
  /**
   * Where `cards add` and `cards fetch` ask for metadata.
   */
  fetch?: {
    /**
     * Base address to which a DOI is appended. Default: `https://doi.org/`.
     */
    doi_resolver?: string
    /**
     * Base address of arXiv, to which `abs/` and an identifier are appended. Default: `https://arxiv.org/`.
     */
    arxiv?: string
  }
  /**
   * How `cards lint` checks this library.
   */
  lint?: {
    /**
     * The severity and options of rules: by the id of a rule, `group/*` for all rules of a group, or `*` for all. The more exact key wins.
     */
    rules?: {
      [k: string]: RuleSetting
    }
    /**
     * Other severities and options for some files. Of several that fit a file, the last wins.
     */
    overrides?: Override[]
    /**
     * Globs of files about which nothing is reported, relative to the library. Other cards are still compared with them.
     */
    ignore?: string[]
    /**
     * The file of known findings, relative to this file. Default: `lint-baseline.txt` in the library.
     */
    baseline?: string
  }
}
/**
 * Declaration of one of the library's own fields.
 */
export interface ExtraField {
  /**
   * What its value is; `list` is a list of strings.
   */
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'url' | 'list'
  /**
   * The only values allowed (for a list: of each item).
   */
  values?: string[]
  /**
   * Whether each card must have it.
   */
  required?: boolean
  /**
   * What the field is for.
   */
  description?: string
}
/**
 * Settings of rules for some files.
 */
export interface Override {
  /**
   * Globs, relative to the library: `*` within a folder, `**` across folders.
   */
  files: string[]
  /**
   * The severity and options of rules: by the id of a rule, `group/*` for all rules of a group, or `*` for all. The more exact key wins.
   */
  rules: {
    [k: string]: RuleSetting
  }
}

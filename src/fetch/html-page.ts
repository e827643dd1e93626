/** What the markup of a page says about it, as it stands there. */
export interface HtmlPage {
  /** The contents of `<meta>`, in their order; `name` is its `name`, `property`, `itemprop` or `http-equiv`, in lower case. */
  readonly metas: readonly { readonly name: string; readonly content: string }[]
  /** The text of the first `<title>`. */
  readonly title?: string
  /** The `lang` of `<html>`. */
  readonly language?: string
  /** The first `<link rel=canonical>`, as written. */
  readonly canonical?: string
  /** The first `<base href>`, as written. */
  readonly base?: string
  /** The texts of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[]
  /** The texts and addresses of other scripts, frames and forms, for what gives a bot wall away. */
  readonly machinery: string
  /** How many characters of text a reader sees, about. */
  readonly textLength: number
  readonly hasArticle: boolean
  readonly hasPasswordField: boolean
  /** Whether it ends within a tag, or within a title, a script or the like, which nothing closes. */
  readonly isCut: boolean
}

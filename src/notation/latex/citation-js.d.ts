/** The tables of the BibTeX plugin of Citation.js: data only, which load nothing else of it. */
declare module '@citation-js/plugin-bibtex/lib/input/constants.js' {
  type Table = Readonly<Record<string, string>>
  const constants: {
    /** Combining characters by the command that sets them: `"` is U+0308. */
    readonly diacritics: Table
    /** Characters by the command for them: `ss`, `textdollar`. */
    readonly commands: Table
    readonly mathCommands: Table
    /** The macros that every bibliography style knows. */
    readonly defaultStrings: Table
  }
  export default constants
}

import constants from '@citation-js/plugin-bibtex/lib/input/constants.js'

/** Symbols that titles and abstracts have and that the tables of Citation.js lack, each after its command. */
const MORE = `leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ times × cdot · cdots ⋯ to → rightarrow → leftarrow ← Rightarrow ⇒
  longrightarrow ⟶ mapsto ↦ leftrightarrow ↔ infty ∞ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ in ∈ notin ∉
  subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ sum ∑ prod ∏ int ∫ pm ± mp ∓
  nabla ∇ partial ∂ ell ℓ hbar ℏ langle ⟨ rangle ⟩ ll ≪ gg ≫ mid | colon : prime ′ star ⋆ ast ∗ circ ∘ bullet •
  degree ° oplus ⊕ otimes ⊗ perp ⊥ vdash ⊢ models ⊨ sqrt √ S § P ¶ dag † ddag ‡ pounds £ copyright © euro €
  log log exp exp ln ln min min max max sin sin cos cos lim lim Pr Pr arg arg
  AA Å aa å ldots … dots … textellipsis … slash / textendash – textemdash — textquoteleft ‘ textquoteright ’
  textquotedblleft “ textquotedblright ” LaTeX LaTeX TeX TeX BibTeX BibTeX`

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(constants.mathCommands),
  ...Object.entries(constants.commands),
  ...[...MORE.matchAll(/(\S+)\s+(\S+)/g)].map(([, name = '', text = '']) => [name, text] as const),
])

/** The characters that a command without an argument stands for. */
export function symbolOf(command: string): string | undefined {
  return SYMBOLS.get(command)
}

/** The combining character that a command sets on the letter behind it. */
export function accentOf(command: string): string | undefined {
  return Object.hasOwn(constants.diacritics, command) ? constants.diacritics[command] : undefined
}

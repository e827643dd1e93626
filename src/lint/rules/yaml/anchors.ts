import { loadRule } from '../../rule.ts'

export const anchors = loadRule({
  id: 'yaml/anchors',
  severity: 'warning',
  summary: 'an anchor, or a tag that has no effect',
  why: 'Anchors and tags are read here, but many tools drop or refuse them, and whoever edits the card by hand has to know what they mean.',
  examples: {
    bad: ['label: &name A name\n', 'label: &name A name\nnotes: *name\n', 'label: !!str A name\n'],
    good: ['label: A name\nnotes: "&name"\n'],
  },
})

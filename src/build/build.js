// Builds what runs: dist/, with V8's code cache beside each file.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleApi, declareApi } from './build-api.js'
import { bundle, withoutSupportsColor } from './bundle.js'
import { generate } from './generate.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = await generate({ check: false })
  for (const path of changed) console.log(`wrote ${path}`)
  const dist = join(root, 'dist')
  await bundle(dist)
  await bundleApi(root, dist, [withoutSupportsColor])
  declareApi(root, join(dist, 'types'))
  spawnSync(process.execPath, [join(root, 'bin', 'make-code-cache.cjs')], { stdio: 'inherit' })
  console.log('built dist/')
}

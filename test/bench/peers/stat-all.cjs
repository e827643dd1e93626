// A floor: the names and the `stat` of all files of a directory, which is what it takes to know that nothing changed.
'use strict'

const { readdirSync, statSync } = require('node:fs')

const directory = String(process.argv[2])
for (const name of readdirSync(directory)) statSync(`${directory}/${name}`)

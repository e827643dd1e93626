#!/usr/bin/env node
// The executable: loads the built program, with its code cache where that fits. CommonJS, as an ES module would
// cost a sixth of Node's start-up time more.
'use strict'

const path = require('node:path')
const { ProgramLoader } = require('./program-loader.cjs')

new ProgramLoader(path.join(__dirname, '..', 'dist')).load('cards.cjs').main()

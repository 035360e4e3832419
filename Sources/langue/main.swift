import LangueCommands

// Reads the site's own JSON only, so that a first build is soon done; `langue-exchange` reads the rest.
CommandLineTool.run(with: Toolkit())

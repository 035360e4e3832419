import BrowserModules
import CatalogExchange
import CatalogFormats
import LangueCommands

// The same commands as `langue`, with every exchange format.
CommandLineTool.run(
  with: Toolkit(formats: CatalogFormatList.all, exports: [.esm] + RuntimeExportList.all))

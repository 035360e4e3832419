import Foundation
import PackagePlugin

/// Turns the catalogues of a site's source language into `Strings.cart.items(count: 3)`.
///
/// The site is the package's folder, or the target's own where that has a `Locales/site.json`. The command
/// runs again when one of those files changes or the folder gets a new one, and at no other time.
@main struct TypedStringsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folders = [target.directoryURL, context.package.directoryURL]
    let manifests = folders.map { $0.appending(path: "Locales/site.json") }
    guard let manifest = manifests.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else {
      Diagnostics.error("there is no `Locales/site.json` in the package or the target")
      return []
    }
    let site = manifest.deletingLastPathComponent().deletingLastPathComponent()
    guard
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: manifest))
        as? [String: Any],
      let source = object["source"] as? String
    else {
      Diagnostics.error("`\(manifest.path)` names no source language")
      return []
    }
    let folder = site.appending(path: "Strings/\(source)")
    let catalogues = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
      .map { folder.appending(path: $0) }
    guard !catalogues.isEmpty else {
      Diagnostics.error("there is no catalogue in `\(folder.path)`")
      return []
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "Strings.swift")
    return [
      .buildCommand(
        displayName: "Writing Strings.swift from the catalogues of \(source)",
        executable: try context.tool(named: "langue-typed-strings").url,
        arguments: [output.path, "internal", source, folder.path]
          + catalogues.map(\.lastPathComponent),
        inputFiles: [manifest, folder] + catalogues, outputFiles: [output])
    ]
  }
}

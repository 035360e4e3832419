// swift-tools-version: 6.2

import PackageDescription

// The targets of Scripts/fuzz: a package of its own, because a fuzzing target links only with
// `--sanitize=fuzzer`.

let entry: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func target(_ name: String, _ products: [String]) -> Target {
  .executableTarget(
    name: name, dependencies: products.map { .product(name: $0, package: "langue") },
    // libFuzzer brings its own main.
    swiftSettings: entry + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "langue", path: "../..", traits: [])],
  targets: [
    target("message-format-2", ["MessageSyntax", "Diagnostics"]),
    target("message-format-1", ["MessageSyntax", "Diagnostics"]),
    target("convert", ["MessageSyntax", "Diagnostics"]),
    target("format", ["MessageFormat", "MessageSyntax", "LocaleIdentifiers"]),
    target("bundle", ["MessageBundles", "MessageFormat", "LocaleServices", "LocaleIdentifiers"]),
    target("json", ["StringCatalogs", "Diagnostics"]),
    target(
      "catalog-format",
      ["CatalogFormats", "StringCatalogs", "Diagnostics", "LocaleIdentifiers"]),
    .executableTarget(
      name: "Seeds",
      dependencies: ["CatalogFormats", "StringCatalogs", "LocaleIdentifiers"].map {
        .product(name: $0, package: "langue")
      },
      swiftSettings: entry),
  ]
)

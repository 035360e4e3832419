// swift-tools-version: 6.2

import PackageDescription

// What every target is compiled with.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "langue",
  platforms: [.macOS(.v15)],
  products: [
    // Run time: what a site's server imports.
    .library(name: "MessageBundles", targets: ["MessageBundles"]),
    .library(name: "MessageFormat", targets: ["MessageFormat"]),
    .library(name: "MessageSyntax", targets: ["MessageSyntax"]),
    .library(name: "LocaleServices", targets: ["LocaleServices"]),
    .library(name: "LocaleIdentifiers", targets: ["LocaleIdentifiers"]),
    .library(name: "Diagnostics", targets: ["Diagnostics"]),
    // Tools.
    .library(name: "StringCatalogs", targets: ["StringCatalogs"]),
    .library(name: "CatalogChecks", targets: ["CatalogChecks"]),
    .library(name: "CatalogFormats", targets: ["CatalogExchange", "CatalogFormats"]),
    .executable(name: "langue", targets: ["langue"]),
    .executable(name: "langue-exchange", targets: ["langue-exchange"]),
    .executable(name: "langue-preview", targets: ["langue-preview"]),
    // `Strings.cart.items(count: 3)` for a target of a site's server.
    .plugin(name: "TypedStrings", targets: ["TypedStringsPlugin"]),
  ],
  traits: [
    .trait(name: "Tool", description: "The command line tool `langue` and its dependencies."),
    .trait(
      name: "Preview", description: "The preview server `langue-preview` and its dependencies."),
    // A site that only imports MessageBundles says `traits: []` and fetches no package at all.
    .default(enabledTraits: ["Tool"]),
  ],
  dependencies: [
    // Commands, flags, help and completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // The preview's HTTP server; without its default traits it links no full Foundation.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    // Floor 0
    .systemLibrary(
      // Only finds the headers: compiler flags, and the name of the package to install.
      name: "CICUSystem", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(
      name: "CICU", dependencies: ["CICUSystem"],
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"),
        // Swift's own floating-point functions call it; only Glibc's module would link it unasked.
        .linkedLibrary("m"),
      ]),
    .target(
      // XML with exact byte positions, for the exchange formats alone; Foundation's has none.
      name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
    .systemLibrary(
      // Only finds the headers of libyaml, as CICUSystem those of ICU.
      name: "CYAMLSystem", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      // YAML with the places of all nodes, for the exchange formats alone; Yams links full Foundation.
      name: "CYAML", dependencies: ["CYAMLSystem"], linkerSettings: [.linkedLibrary("yaml")]),
    .target(name: "LocaleIdentifiers", swiftSettings: strict),
    .target(name: "Diagnostics", swiftSettings: strict),

    // Floor 1
    .target(name: "MessageSyntax", dependencies: ["Diagnostics", "CICU"], swiftSettings: strict),
    .target(
      name: "LocaleServices", dependencies: ["LocaleIdentifiers", "CICU"], swiftSettings: strict),

    // Floor 1b
    .target(
      name: "MessageFormat",
      dependencies: ["MessageSyntax", "LocaleServices", "LocaleIdentifiers"],
      swiftSettings: strict),

    // Floor 2
    .target(
      name: "MessageBundles",
      dependencies: ["MessageFormat", "MessageSyntax", "LocaleServices", "LocaleIdentifiers"],
      swiftSettings: strict),

    // Floor 2b: from here on, tools.
    .target(
      name: "StringCatalogs",
      dependencies: ["Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageSyntax"],
      swiftSettings: strict),

    // Floor 3
    .target(
      name: "CatalogChecks",
      dependencies: [
        "Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageSyntax", "StringCatalogs",
      ],
      swiftSettings: strict),
    .target(
      // What an exchange format is, apart from the formats: the commands are built without them.
      name: "CatalogExchange",
      dependencies: [
        "Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageBundles", "MessageFormat",
        "MessageSyntax", "StringCatalogs",
      ],
      swiftSettings: strict),
    .target(
      name: "CatalogFormats",
      dependencies: [
        "CExpat", "CYAML", "CatalogExchange", "Diagnostics", "LocaleIdentifiers", "LocaleServices",
        "MessageFormat", "MessageSyntax", "StringCatalogs",
      ],
      swiftSettings: strict),
    .target(
      // A site's messages as JavaScript over Intl.
      name: "BrowserModules",
      dependencies: [
        "CatalogExchange", "Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageFormat",
        "MessageSyntax", "StringCatalogs",
      ],
      swiftSettings: strict),
    .target(
      name: "PreviewPages",
      dependencies: [
        "Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageFormat", "MessageSyntax",
        "StringCatalogs",
      ],
      swiftSettings: strict),

    // Floor 4
    .target(
      name: "LangueCommands",
      dependencies: [
        "CatalogChecks", "CatalogExchange", "Diagnostics", "LocaleIdentifiers", "LocaleServices",
        "MessageBundles", "MessageFormat", "MessageSyntax", "PreviewPages", "StringCatalogs",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["Tool"])),
      ],
      swiftSettings: strict),
    .executableTarget(name: "langue", dependencies: ["LangueCommands"], swiftSettings: strict),
    .executableTarget(
      // The same commands with all exchange formats, which would lengthen langue's first build.
      name: "langue-exchange",
      dependencies: ["LangueCommands", "BrowserModules", "CatalogExchange", "CatalogFormats"],
      swiftSettings: strict),
    .executableTarget(
      name: "langue-preview",
      dependencies: [
        "CatalogChecks", "Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageSyntax",
        "PreviewPages", "StringCatalogs",
        .product(
          name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Preview"])),
      ],
      swiftSettings: strict),

    .target(
      name: "TypedStrings",
      dependencies: ["Diagnostics", "LocaleIdentifiers", "MessageSyntax", "StringCatalogs"],
      swiftSettings: strict),
    .executableTarget(
      name: "langue-typed-strings",
      dependencies: ["Diagnostics", "LocaleIdentifiers", "StringCatalogs", "TypedStrings"],
      swiftSettings: strict),
    .plugin(
      name: "TypedStringsPlugin", capability: .buildTool(), dependencies: ["langue-typed-strings"],
      path: "Sources/TypedStringsPlugin"),

    // Tests
    .target(
      // ICU's own C++ MessageFormat, the truth for MessageFormat 1; nothing that ships links it.
      name: "ICUOracle", dependencies: ["CICUSystem"], path: "Tests/ICUOracle",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "LocaleIdentifiersTests", dependencies: ["LocaleIdentifiers"], swiftSettings: strict),
    .testTarget(
      name: "MessageSyntaxTests", dependencies: ["ICUOracle", "MessageSyntax", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "LocaleServicesTests", dependencies: ["LocaleServices", "LocaleIdentifiers", "CICU"],
      swiftSettings: strict),
    .testTarget(
      name: "MessageFormatTests",
      dependencies: [
        "Diagnostics", "ICUOracle", "MessageFormat", "MessageSyntax", "LocaleServices",
        "LocaleIdentifiers",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "MessageBundlesTests",
      dependencies: [
        "MessageBundles", "MessageFormat", "MessageSyntax", "LocaleServices", "LocaleIdentifiers",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StringCatalogsTests",
      dependencies: [
        "StringCatalogs", "Diagnostics", "LocaleIdentifiers", "LocaleServices", "MessageSyntax",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogChecksTests",
      dependencies: [
        "CatalogChecks", "StringCatalogs", "Diagnostics", "LocaleIdentifiers", "MessageSyntax",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogExchangeTests",
      dependencies: ["CatalogExchange", "StringCatalogs", "LocaleIdentifiers"],
      swiftSettings: strict),
    .testTarget(
      name: "BrowserModulesTests",
      dependencies: [
        "BrowserModules", "CatalogExchange", "StringCatalogs", "Diagnostics", "LocaleIdentifiers",
        "LocaleServices", "MessageFormat", "MessageSyntax",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CatalogFormatsTests",
      dependencies: [
        "CatalogExchange", "CatalogFormats", "StringCatalogs", "Diagnostics", "LocaleIdentifiers",
        "LocaleServices", "MessageSyntax",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "TypedStringsTests",
      dependencies: ["Diagnostics", "TypedStrings", "LocaleIdentifiers", "StringCatalogs"],
      swiftSettings: strict),
    .testTarget(
      name: "PreviewPagesTests",
      dependencies: [
        "PreviewPages", "StringCatalogs", "LocaleIdentifiers", "LocaleServices", "Diagnostics",
        "MessageSyntax",
      ],
      swiftSettings: strict),
    .testTarget(
      // Empty without the trait `Preview`.
      name: "langue-previewTests",
      dependencies: [
        "langue-preview", "Diagnostics", "LocaleIdentifiers", "PreviewPages", "StringCatalogs",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "LangueCommandsTests",
      dependencies: [
        "CatalogChecks", "LangueCommands", "langue", "langue-exchange", "Diagnostics",
        "LocaleIdentifiers", "LocaleServices", "MessageBundles", "MessageFormat", "MessageSyntax",
        "StringCatalogs",
      ],
      // What Node runs and what is known of it; tests find them beside themselves.
      exclude: ["NodeParity/compare.mjs", "NodeParity/cldr-48.tsv", "Snapshots"],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.2

import PackageDescription

// What Scripts/bench runs: a package of its own, so that nobody who uses langue fetches or builds it.

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "langue", path: "..", traits: [])],
  targets: [
    .systemLibrary(
      name: "ICUHeaders", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "Allocations"),
    .target(
      // Compiled with -O2, as SwiftPM compiles C++ in a release build.
      name: "Peers", dependencies: ["ICUHeaders"],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .executableTarget(
      // A whole program on ICU's C++, over the files of a site.
      name: "ICUParse", dependencies: ["ICUHeaders"],
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "Allocations", "Peers",
        .product(name: "MessageBundles", package: "langue"),
        .product(name: "MessageFormat", package: "langue"),
        .product(name: "MessageSyntax", package: "langue"),
        .product(name: "LocaleIdentifiers", package: "langue"),
        .product(name: "LocaleServices", package: "langue"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility"),
      ]),
    .executableTarget(
      name: "Reading",
      dependencies: ["CatalogFormats", "StringCatalogs", "MessageSyntax", "LocaleIdentifiers"].map {
        .product(name: $0, package: "langue")
      },
      swiftSettings: [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("MemberImportVisibility"),
      ]),
  ],
  cxxLanguageStandard: .cxx17
)

// swift-tools-version: 6.2

import PackageDescription

// A site's server as its author would write it: texts by name, each request in its reader's language.
// Scripts/example-server exports the texts, starts the server and asks it.

let package = Package(
  name: "ExampleServer",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "langue", path: "../..", traits: []),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "ExampleServer",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "LocaleIdentifiers", package: "langue"),
        .product(name: "LocaleServices", package: "langue"),
        .product(name: "MessageBundles", package: "langue"),
        .product(name: "MessageFormat", package: "langue"),
      ],
      plugins: [.plugin(name: "TypedStrings", package: "langue")])
  ]
)

import Testing

@testable import StringCatalogs

@Suite("The manifest's schema")
struct SiteSchemaTests {
  private func schema() throws -> JSONValue {
    let path = Repository.path + "/Locales/site.schema.json"
    return try JSONDocument(parsing: FileContents.read(path)).root
  }

  @Test("the loader and the schema know the same fields", arguments: ManifestFields.all)
  func fields(_ fields: ManifestFields) throws {
    let schema = try schema()
    let object = try #require(
      fields.definition.map { schema.member("$defs")?.member($0) } ?? schema)
    let properties = try #require(object.member("properties"))
    #expect(Set(properties.members.compactMap(\.key.string)) == Set(fields.names))
    #expect(object.member("additionalProperties")?.boolean == false)
  }

  @Test("every definition with fields of its own is one that the loader reads")
  func definitions() throws {
    let definitions = try #require(try schema().member("$defs"))
    let objects = definitions.members.filter { $0.value.member("type")?.string == "object" }
    #expect(
      Set(objects.compactMap(\.key.string)) == Set(ManifestFields.all.compactMap(\.definition)))
  }

  @Test("what the schema requires, the loader misses")
  func required() throws {
    let schema = try schema()
    for fields in ManifestFields.all {
      let object = try #require(
        fields.definition.map { schema.member("$defs")?.member($0) } ?? schema)
      for name in object.member("required")?.elements.compactMap(\.string) ?? [] {
        #expect(fields.names.contains(name))
      }
    }
    let rules = findings { _ = try SiteLoader.parse(Array("{}".utf8), root: "/") }.map(\.message)
    let required = schema.member("required")?.elements.compactMap(\.string) ?? []
    #expect(Set(rules) == Set(required.map { "the manifest has no `\($0)`" }))
  }

  @Test("the repository's manifest names the schema, which is a draft 2020-12 schema")
  func reference() throws {
    let path = Repository.path + "/Locales/site.json"
    let manifest = try JSONDocument(parsing: FileContents.read(path)).root
    #expect(manifest.member("$schema")?.string == "site.schema.json")
    #expect(
      try schema().member("$schema")?.string == "https://json-schema.org/draft/2020-12/schema")
  }
}

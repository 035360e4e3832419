import Hummingbird
import LocaleIdentifiers
import LocaleServices
import MessageBundles

// ExampleServer BUNDLES PORT: answers GET /cart/3 in the language that the reader's browser asks for, and
// GET /pl/cart/3 in that of the path.

let arguments = CommandLine.arguments
let localizer = try Localizer(folder: arguments.count > 1 ? arguments[1] : "dist")
let matcher = LocaleMatcher(
  supported: localizer.locales, default: localizer.source ?? "fr")

/// The texts of the cart in one language.
@Sendable func cart(_ count: Int, in locale: LocaleIdentifier) -> Response {
  // Taken once, so that the whole answer is in one language and of one export.
  let messages = localizer.messages(in: locale)
  let lines = [Strings.cart.title, Strings.cart.items(count: count)].map { messages.format($0) }
  return Response(
    status: .ok,
    headers: [.contentType: "text/plain; charset=utf-8", .contentLanguage: locale.tag],
    body: .init(byteBuffer: ByteBuffer(string: lines.map { $0 + "\n" }.joined())))
}

let router = Router()
router.get("/cart/:count") { request, context -> Response in
  let count = try context.parameters.require("count", as: Int.self)
  let header = request.headers[.acceptLanguage].map { AcceptLanguage($0) }
  var response = cart(
    count, in: header.map { matcher.match($0).locale } ?? matcher.defaultLocale)
  // For caches: the same address has an answer for each language.
  response.headers[.vary] = "Accept-Language"
  return response
}
router.get("/:locale/cart/:count") { _, context -> Response in
  let tag = try context.parameters.require("locale")
  // Only a locale of the site: whatever else the path says is not found.
  guard let locale = LocaleIdentifier(tag), localizer.locales.contains(locale) else {
    throw HTTPError(.notFound)
  }
  return cart(try context.parameters.require("count", as: Int.self), in: locale)
}

let port = arguments.count > 2 ? Int(arguments[2]) ?? 8080 : 8080
let application = Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
try await application.runService()

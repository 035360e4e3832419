import Hummingbird
import LocaleIdentifiers
import LocaleServices
import MessageBundles

// ExampleServer BUNDLES PORT: answers GET /cart/3 in the language of the reader.

let arguments = CommandLine.arguments
let localizer = try Localizer(folder: arguments.count > 1 ? arguments[1] : "dist")
let matcher = LocaleMatcher(
  supported: localizer.locales, default: localizer.source ?? "fr")

let router = Router()
router.get("/cart/:count") { request, context -> Response in
  let count = try context.parameters.require("count", as: Int.self)
  let header = request.headers[.acceptLanguage].map { AcceptLanguage($0) }
  let locale = header.map { matcher.match($0).locale } ?? matcher.defaultLocale
  // Taken once, so that the whole answer is in one language and of one export.
  let messages = localizer.messages(in: locale)
  let text =
    messages.format(Strings.cart.title) + "\n" + messages.format(Strings.cart.items(count: count))
    + "\n"
  return Response(
    status: .ok,
    headers: [
      .contentType: "text/plain; charset=utf-8", .contentLanguage: locale.tag,
      .vary: "Accept-Language",
    ],
    body: .init(byteBuffer: ByteBuffer(string: text)))
}

let port = arguments.count > 2 ? Int(arguments[2]) ?? 8080 : 8080
let application = Application(
  router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)))
try await application.runService()

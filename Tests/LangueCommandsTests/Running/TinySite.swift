/// The files of a small site in order: French, with a full Polish and a half German translation.
enum TinySite {
  static let manifest = """
    {
      "source": "fr",
      "entries": [
        { "default": true, "locale": "fr", "label": "Langue par défaut" },
        { "locale": "de", "label": "German" },
        { "locale": "pl", "label": "Polish" }
      ]
    }
    """

  static let french = """
    {
      "cart.title": "Bonjour {$name}",
      "@cart.title": { "description": "Greets the reader.", "placeholders": { "name": { "type": "string", "description": "The reader's name.", "example": "Ada" } } },
      "cart.items": ".input {$count :integer} .match $count one {{{$count} article}} * {{{$count} articles}}",
      "@cart.items": { "description": "How many items are in the cart.", "placeholders": { "count": { "type": "integer", "description": "The number of items.", "example": "3" } } }
    }
    """

  static let german = """
    {
      "cart.title": "Hallo {$name}"
    }
    """

  static let polish = """
    {
      "cart.title": "Witaj, {$name}",
      "cart.items": ".input {$count :integer} .match $count one {{{$count} produkt}} few {{{$count} produkty}} many {{{$count} produktów}} * {{{$count} produktu}}"
    }
    """

  static let files = [
    "Locales/site.json": manifest,
    "Strings/fr/page.json": french,
    "Strings/de/page.json": german,
    "Strings/pl/page.json": polish,
  ]
}

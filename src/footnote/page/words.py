"""Every word of the interface, English and German; a third language is one more `Words`."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The interface's words in one language; ``{}`` stands for a number or a name."""

    library: str = "Library"
    conversation: str = "Conversation"
    add: str = "Add an article"
    paste: str = "Text"
    paste_hint: str = "Paste the text of an article"
    title: str = "Title (optional)"
    add_text: str = "Add text"
    add_file: str = "Add a file (PDF, Word, HTML, mail, text)"
    address: str = "Address of a web page"
    add_address: str = "Add from address"
    adding: str = "Adding the article"
    step_reading: str = "Reading the text"
    step_segmenting: str = "Finding sentences"
    step_embedding: str = "Indexing what they mean"
    step_storing: str = "Storing the article"
    added: str = "Added “{}”."
    known: str = "“{}” is in the library already."
    removed: str = "Removed “{}”."
    undo: str = "Undo"
    undo_removal: str = "Undo: put “{}” back"
    remove: str = "Remove “{}” from the library"
    read: str = "Read “{}”"
    choose: str = "Ask only the chosen articles: “{}”"
    empty_library: str = "No article yet. Paste one, or add a file."
    asks_all: str = "Questions go to the whole library."
    asks_chosen: str = "Questions go to {} of {} articles."
    ask_all: str = "Ask all"
    words: str = "{} words"
    question: str = "Your question"
    question_hint: str = "Ask about the article…"
    ask: str = "Ask"
    stop: str = "Stop"
    new_chat: str = "New chat"
    log_out: str = "Log out {}"
    welcome: str = "What would you like to know?"
    welcome_more: str = "Answers come from the articles in your library, and from nowhere else."
    article: str = "Article"
    evidence: str = "Evidence"
    summary: str = "Summary"
    no_article: str = "Choose an article in the library to read it here."
    no_evidence: str = "The passages that an answer was looked for in appear here, best first."
    left_out: str = "Show what was left out ({})"
    summarise_part: str = "Summarise this part"
    summarise_section: str = "Summarise the section “{}”"
    cited_by: str = "Cited by: {}"
    cited_often: str = "Cited by {} answers"
    part: str = "Only this part: “{}”"
    whole_again: str = "Summarise the whole article again"
    map: str = "What the summary draws on"
    map_drawn: str = "Paragraph {} of {}, drawn on: “{}”"
    map_not_drawn: str = "Paragraph {} of {}, not drawn on: “{}”"
    so_far: str = "{} sentences so far…"
    no_summary: str = "A summary takes sentences from the whole article, each with its footnote."
    summarise: str = "Summarise"
    style: str = "Length"
    short: str = "Short"
    bullets: str = "Bullets"
    long: str = "Long"
    summarising: str = "Reading the article…"
    coverage: str = "Draws on {} of {} paragraphs"
    loading: str = "Loading the models…"
    ready: str = "Ready"
    failed: str = "The models could not be loaded."
    waiting: str = "Waiting for the models to load…"
    queued: str = "Waiting for another request to finish…"
    searching: str = "Searching the article…"
    drafting: str = "{} passages found. Writing and checking the answer…"
    stopped: str = "Stopped."
    not_in_article: str = "The article does not say"
    closest: str = "The closest passage, which is not an answer:"
    problem: str = "That did not work"
    unexpected: str = "Footnote failed. Try again; the server’s log has more under {}."
    why: str = "Why this answer"
    footnote: str = "Footnote {}: {}"
    searched_for: str = "Searched for"
    confidence: str = "Confidence"
    confidence_words: tuple[str, ...] = ("low", "fair", "good", "high")
    composed_by: str = "Composed by"
    quotation: str = "quotation"
    model: str = "model"
    time: str = "Time"
    seconds: str = "{} s"
    quotations: str = "Quotations"
    back: str = "Back to the answer"


ENGLISH = Words()

GERMAN = Words(
    library="Bibliothek",
    conversation="Gespräch",
    add="Artikel hinzufügen",
    paste="Text",
    paste_hint="Den Text eines Artikels einfügen",
    title="Titel (freiwillig)",
    add_text="Text hinzufügen",
    add_file="Datei hinzufügen (PDF, Word, HTML, Mail, Text)",
    address="Adresse einer Webseite",
    add_address="Von der Adresse hinzufügen",
    adding="Der Artikel wird hinzugefügt",
    step_reading="Text lesen",
    step_segmenting="Sätze finden",
    step_embedding="Bedeutung erschließen",
    step_storing="Artikel ablegen",
    added="„{}“ wurde hinzugefügt.",
    known="„{}“ ist schon in der Bibliothek.",
    removed="„{}“ wurde entfernt.",
    undo="Rückgängig",
    undo_removal="Rückgängig: „{}“ zurückstellen",
    remove="„{}“ aus der Bibliothek entfernen",
    read="„{}“ lesen",
    choose="Nur die gewählten Artikel befragen: „{}“",
    empty_library="Noch kein Artikel. Fügen Sie einen Text oder eine Datei hinzu.",
    asks_all="Fragen gehen an die ganze Bibliothek.",
    asks_chosen="Fragen gehen an {} von {} Artikeln.",
    ask_all="Alle befragen",
    words="{} Wörter",
    question="Ihre Frage",
    question_hint="Nach dem Artikel fragen…",
    ask="Fragen",
    stop="Anhalten",
    new_chat="Neues Gespräch",
    log_out="{} abmelden",
    welcome="Was möchten Sie wissen?",
    welcome_more="Antworten kommen aus den Artikeln Ihrer Bibliothek und von nirgendwo sonst.",
    article="Artikel",
    evidence="Belege",
    summary="Zusammenfassung",
    no_article="Wählen Sie in der Bibliothek einen Artikel, um ihn hier zu lesen.",
    no_evidence="Hier erscheinen die Stellen, in denen eine Antwort gesucht wurde, die beste zuerst.",
    left_out="Weggelassenes zeigen ({})",
    summarise_part="Diesen Teil zusammenfassen",
    summarise_section="Den Abschnitt „{}“ zusammenfassen",
    cited_by="Zitiert von: {}",
    cited_often="Zitiert von {} Antworten",
    part="Nur dieser Teil: „{}“",
    whole_again="Wieder den ganzen Artikel zusammenfassen",
    map="Worauf die Zusammenfassung beruht",
    map_drawn="Absatz {} von {}, verwendet: „{}“",
    map_not_drawn="Absatz {} von {}, nicht verwendet: „{}“",
    so_far="Bisher {} Sätze…",
    no_summary="Eine Zusammenfassung nimmt Sätze aus dem ganzen Artikel, jeden mit seiner Fußnote.",
    summarise="Zusammenfassen",
    style="Länge",
    short="Kurz",
    bullets="Stichpunkte",
    long="Lang",
    summarising="Der Artikel wird gelesen…",
    coverage="Beruht auf {} von {} Absätzen",
    loading="Die Modelle werden geladen…",
    ready="Bereit",
    failed="Die Modelle konnten nicht geladen werden.",
    waiting="Warten, bis die Modelle geladen sind…",
    queued="Warten, bis eine andere Anfrage fertig ist…",
    searching="Der Artikel wird durchsucht…",
    drafting="{} Stellen gefunden. Die Antwort wird geschrieben und geprüft…",
    stopped="Angehalten.",
    not_in_article="Das steht nicht im Artikel",
    closest="Die nächste Stelle, die keine Antwort ist:",
    problem="Das hat nicht geklappt",
    unexpected="Footnote ist gescheitert. Versuchen Sie es noch einmal; mehr im Protokoll unter {}.",
    why="Warum diese Antwort",
    footnote="Fußnote {}: {}",
    searched_for="Gesucht nach",
    confidence="Sicherheit",
    confidence_words=("gering", "mäßig", "gut", "hoch"),
    composed_by="Verfasst durch",
    quotation="Zitat",
    model="Modell",
    time="Zeit",
    seconds="{} s",
    quotations="Zitate",
    back="Zurück zur Antwort",
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN}


def preferred(accept_language: str | None) -> Words:
    """Return the words of the first language in the header that there are words for, else English."""
    for part in (accept_language or "").split(","):
        words = LANGUAGES.get(part.split(";")[0].strip()[:2].lower())
        if words is not None:
            return words
    return ENGLISH


def translations() -> dict[str, dict[str, str]]:
    """Return all words by language and name, as ``gr.I18n`` takes them for labels."""
    return {
        language: {name: word for name, word in asdict(words).items() if isinstance(word, str)}
        for language, words in LANGUAGES.items()
    }

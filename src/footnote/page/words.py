"""Every word of the interface, English and German; a third language is one more `Words`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from footnote.page import german


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
    log_out: str = "Log out {}"
    clear: str = "Clear chat"
    cleared: str = "Cleared. This browser keeps no copy of the conversation."
    copy: str = "Copy"
    copy_answer: str = "Copy this answer as Markdown"
    copy_chat: str = "Copy chat"
    copy_chat_hint: str = "Copy the whole conversation as Markdown"
    download: str = "Download"
    download_hint: str = "Download the whole conversation as a Markdown file"
    copied: str = "Copied"
    downloaded: str = "Downloaded"
    not_copied: str = "This browser did not allow copying"
    judge: str = "What do you think of this answer?"
    verdict_right: str = "Right"
    verdict_wrong: str = "Wrong"
    verdict_citation: str = "Wrong citation"
    thanks: str = "Thank you. It is kept in this library and sent nowhere."
    answer_first: str = (
        "An answer is under way. Your question stays here: send it when that is done, or stop it."
    )
    retry: str = "Ask again"
    ahead: str = "In the queue, {} before you"
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
    stopped_text: str = "Stopped. What had been written is kept; it is not whole."
    stopped_empty: str = "Stopped before anything was written."
    checked_quotation: str = "Quoted word for word"
    checked_model: str = "Each sentence checked against the words it cites"
    not_in_article: str = "The article does not say"
    closest: str = "The closest passage, which is not an answer:"
    problem: str = "That did not work"
    unexpected: str = "Footnote failed. Try again; the server’s log has more under {}."
    lost: str = "The answer did not come. The server may be busy or stopped; ask again."
    why: str = "Why this answer"
    footnote: str = "Footnote {}: {}"
    searched_for: str = "Searched for"
    confidence: str = "Confidence"
    confidence_words: tuple[str, ...] = ("low", "fair", "good", "high")
    answerable: str = "Chance that the article answers"
    confident: str = "{} confidence, {}"
    composed_by: str = "Composed by"
    quotation: str = "quotation"
    model: str = "model"
    time: str = "Time"
    seconds: str = "{} s to the evidence, {} s to the first words, {} s in all"
    quotations: str = "Quotations"
    quoted: str = "“{}”"
    looked_in: str = "Where it was looked for, by how well it fits"
    back: str = "Back to the answer"
    problems: Mapping[str, str] = field(default_factory=dict)  # what errors say, sentence by sentence


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
    log_out="{} abmelden",
    clear="Gespräch löschen",
    cleared="Gelöscht. Dieser Browser bewahrt keine Abschrift des Gesprächs auf.",
    copy="Kopieren",
    copy_answer="Diese Antwort als Markdown kopieren",
    copy_chat="Gespräch kopieren",
    copy_chat_hint="Das ganze Gespräch als Markdown kopieren",
    download="Herunterladen",
    download_hint="Das ganze Gespräch als Markdown-Datei herunterladen",
    copied="Kopiert",
    downloaded="Heruntergeladen",
    not_copied="Dieser Browser hat das Kopieren nicht erlaubt",
    judge="Was halten Sie von dieser Antwort?",
    verdict_right="Richtig",
    verdict_wrong="Falsch",
    verdict_citation="Falscher Beleg",
    thanks="Danke. Das bleibt in dieser Bibliothek und wird nirgendwohin geschickt.",
    answer_first="Eine Antwort ist unterwegs. Ihre Frage bleibt hier, bis die fertig oder angehalten ist.",
    retry="Noch einmal fragen",
    ahead="In der Warteschlange, {} vor Ihnen",
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
    stopped_text="Angehalten. Was geschrieben war, bleibt; es ist nicht vollständig.",
    stopped_empty="Angehalten, bevor etwas geschrieben war.",
    checked_quotation="Wörtlich zitiert",
    checked_model="Jeder Satz ist an den zitierten Worten geprüft",
    not_in_article="Das steht nicht im Artikel",
    closest="Die nächste Stelle, die keine Antwort ist:",
    problem="Das hat nicht geklappt",
    unexpected="Footnote ist gescheitert. Versuchen Sie es noch einmal; mehr im Protokoll unter {}.",
    lost="Die Antwort kam nicht. Der Server ist überlastet oder steht; fragen Sie noch einmal.",
    why="Warum diese Antwort",
    footnote="Fußnote {}: {}",
    searched_for="Gesucht nach",
    confidence="Sicherheit",
    confidence_words=("gering", "mäßig", "gut", "hoch"),
    answerable="Aussicht, dass der Artikel antwortet",
    confident="Sicherheit {}, {}",
    composed_by="Verfasst durch",
    quotation="Zitat",
    model="Modell",
    time="Zeit",
    seconds="{} s bis zu den Belegen, {} s bis zu den ersten Worten, {} s insgesamt",
    quotations="Zitate",
    quoted="„{}“",
    looked_in="Wo gesucht wurde, nach Passung",
    back="Zurück zur Antwort",
    problems=german.PROBLEMS,
)

LANGUAGES = {"en": ENGLISH, "de": GERMAN}


def preferred(accept_language: str | None) -> Words:
    """Return the words of the first language in the header that there are words for, else English."""
    for part in (accept_language or "").split(","):
        words = LANGUAGES.get(part.split(";")[0].strip()[:2].lower())
        if words is not None:
            return words
    return ENGLISH


def key(name: str) -> str:
    """Return what ``translations`` calls the word ``name``.

    Gradio translates whatever value is a key, also a radio button's "short": a key is like nothing else.
    """
    return f"footnote_{name}"


def translations() -> dict[str, dict[str, str]]:
    """Return all words by language and ``key``, as ``gr.I18n`` takes them for labels."""
    return {
        language: {key(name): word for name, word in asdict(words).items() if isinstance(word, str)}
        for language, words in LANGUAGES.items()
    }

"""What failures say, in German: sentences of errors that a reader of the page can meet; ``{}`` is a value."""

PROBLEMS = {
    # What a reader asks for
    "The question is empty.": "Die Frage ist leer.",
    "Ask something about the article.": "Fragen Sie etwas zum Artikel.",
    "The question has {} characters; at most {} are taken.": (
        "Die Frage hat {} Zeichen; höchstens {} werden angenommen."
    ),
    "There is no sentence between {} and {}.": "Zwischen {} und {} steht kein Satz.",
    "Choose a longer part of the article.": "Wählen Sie einen längeren Teil des Artikels.",
    "No article has the id {}.": "Kein Artikel hat die Kennung {}.",
    "List the articles to see the ids that exist.": "Laden Sie die Seite neu, um zu sehen, welche es gibt.",
    "The answer is not finished.": "Die Antwort ist noch nicht fertig.",
    "Judge it when it is.": "Beurteilen Sie sie, wenn sie es ist.",
    # An article's text
    "The article has {} characters; at most {} are taken.": (
        "Der Artikel hat {} Zeichen; höchstens {} werden angenommen."
    ),
    "Send a part of it, or raise FOOTNOTE_MAX_ARTICLE_CHARS.": (
        "Schicken Sie einen Teil davon, oder erhöhen Sie FOOTNOTE_MAX_ARTICLE_CHARS."
    ),
    "Send a part of it.": "Schicken Sie einen Teil davon.",
    "The article is empty: there is no word in it.": "Der Artikel ist leer: Er enthält kein Wort.",
    "Send its text.": "Schicken Sie seinen Text.",
    "The article is binary data, not text.": "Der Artikel besteht aus Binärdaten, nicht aus Text.",
    "Send it as plain text.": "Schicken Sie ihn als reinen Text.",
    "The title has {} characters; at most {} are taken.": (
        "Der Titel hat {} Zeichen; höchstens {} werden angenommen."
    ),
    "The {} is not valid Unicode: half a surrogate pair at character {}.": (
        "Das ist kein gültiges Unicode ({}): ein halbes Ersatzpaar beim Zeichen {}."
    ),
    "Send it as UTF-8.": "Schicken Sie es als UTF-8.",
    # A file
    "{} cannot be read: {}.": "{} kann nicht gelesen werden: {}.",
    "Check the name.": "Prüfen Sie den Namen.",
    "{} is larger than {} characters.": "{} ist größer als {} Zeichen.",
    "{} is larger than {} MiB.": "{} ist größer als {} MiB.",
    "{} takes more than {} seconds to read.": "{} zu lesen dauert länger als {} Sekunden.",
    "{} asks for more than a text needs.": "{} verlangt mehr, als ein Text braucht.",
    "Save it anew, or paste its text.": "Speichern Sie die Datei neu, oder fügen Sie ihren Text ein.",
    "{} unpacks to more than {} MiB.": "{} ist entpackt größer als {} MiB.",
    "Paste its text.": "Fügen Sie den Text ein.",
    "Paste the article's text.": "Fügen Sie den Text des Artikels ein.",
    "{} has {} pages; at most {} are read.": "{} hat {} Seiten; höchstens {} werden gelesen.",
    "{} has more drawing than a text needs.": "{} enthält mehr Zeichnung, als ein Text braucht.",
    "{} has more than {} characters.": "{} hat mehr als {} Zeichen.",
    "{} has more than {} paragraphs.": "{} hat mehr als {} Absätze.",
    "{} cannot be read as a Word document: it is broken.": (
        "{} lässt sich nicht als Word-Dokument lesen: Die Datei ist beschädigt."
    ),
    "{} is no Word document (.docx).": "{} ist kein Word-Dokument (.docx).",
    "Save it as .docx, or paste its text.": "Speichern Sie es als .docx, oder fügen Sie den Text ein.",
    "{} is a ZIP archive, not a Word document.": "{} ist ein ZIP-Archiv, kein Word-Dokument.",
    "{} is an Excel workbook, not a Word document.": "{} ist eine Excel-Arbeitsmappe, kein Word-Dokument.",
    "{} is a PowerPoint presentation, not a Word document.": (
        "{} ist eine PowerPoint-Präsentation, kein Word-Dokument."
    ),
    "{} is an EPUB book, not a Word document.": "{} ist ein EPUB-Buch, kein Word-Dokument.",
    "{} is an OpenDocument file, not a Word document.": "{} ist eine OpenDocument-Datei, kein Word-Dokument.",
    "Unpack it, or save it as .docx, PDF or text.": (
        "Entpacken Sie es, oder speichern Sie es als .docx, PDF oder Text."
    ),
    "{} is a Word document without any text.": "{} ist ein Word-Dokument ohne Text.",
    "{} cannot be read as a mail.": "{} lässt sich nicht als Mail lesen.",
    "{} is no mail: it has neither sender, subject nor date.": (
        "{} ist keine Mail: ohne Absender, Betreff und Datum."
    ),
    "{} is a mail without any text.": "{} ist eine Mail ohne Text.",
    "{} is not of a kind that is read ({}): it is {}.": (
        "{} ist von keiner Art, die gelesen wird ({}): Es ist {}."
    ),
    "{} is not of a kind that is read ({}).": "{} ist von keiner Art, die gelesen wird ({}).",
    "{} is an Office file of before 2007.": "{} ist eine Office-Datei von vor 2007.",
    "{} is an RTF file.": "{} ist eine RTF-Datei.",
    "{} is a picture ({}), binary without text.": "{} ist ein Bild ({}), ohne Text.",
    "{} is packed ({}), binary.": "{} ist gepackt ({}).",
    "Run text recognition over it, or paste its text.": (
        "Lassen Sie eine Texterkennung darüberlaufen, oder fügen Sie den Text ein."
    ),
    "Unpack it, or paste its text.": "Entpacken Sie es, oder fügen Sie den Text ein.",
    "{} is binary, not text.": "{} ist binär, kein Text.",
    "Send the article as plain text.": "Schicken Sie den Artikel als reinen Text.",
    "{} has no article in it, only links and forms.": (
        "{} enthält keinen Artikel, nur Verweise und Formulare."
    ),
    "{} has no article that could be found.": "In {} war kein Artikel zu finden.",
    "{} cannot be read as a web page.": "{} lässt sich nicht als Webseite lesen.",
    "{} cannot be read as a PDF: it is broken or cut short.": (
        "{} lässt sich nicht als PDF lesen: Die Datei ist beschädigt oder abgeschnitten."
    ),
    "{} is encrypted.": "{} ist verschlüsselt.",
    "Save it without its password, and send that.": "Speichern Sie es ohne Kennwort, und schicken Sie das.",
    "{} is scanned: its {} pages are pictures without text.": (
        "{} ist gescannt: Die {} Seiten sind Bilder ohne Text."
    ),
    "Run text recognition over it (OCRmyPDF does), and send what that makes.": (
        "Lassen Sie eine Texterkennung darüberlaufen (OCRmyPDF kann das), und schicken Sie das Ergebnis."
    ),
    "{} is a PDF without any text.": "{} ist ein PDF ohne Text.",
    # An address
    "Addresses are switched off here (FOOTNOTE_FETCH is off).": (
        "Adressen sind hier abgeschaltet (FOOTNOTE_FETCH ist aus)."
    ),
    "Send the text or a file.": "Schicken Sie den Text oder eine Datei.",
    "Send the text or a file instead.": "Schicken Sie stattdessen den Text oder eine Datei.",
    "The address {} has {} characters; at most {} are taken.": (
        "Die Adresse {} hat {} Zeichen; höchstens {} werden angenommen."
    ),
    "The address {} is not a valid address.": "{} ist keine gültige Adresse.",
    "Check the spelling.": "Prüfen Sie die Schreibweise.",
    "The address {} is not an address of the web.": "{} ist keine Adresse des Webs.",
    "Give one that starts with http:// or https://.": (
        "Geben Sie eine an, die mit http:// oder https:// beginnt."
    ),
    "The address {} holds a user name or a backslash.": (
        "Die Adresse {} enthält einen Benutzernamen oder einen Rückstrich."
    ),
    "Leave it out.": "Lassen Sie das weg.",
    "The address {} names port {}; 80, 443 and those from 1024 are read.": (
        "Die Adresse {} nennt den Port {}; gelesen werden 80, 443 und die ab 1024."
    ),
    "The address {} is not on the public internet, so it is not read.": (
        "Die Adresse {} liegt nicht im öffentlichen Internet und wird darum nicht gelesen."
    ),
    "The address {} spells its host as a number.": "Die Adresse {} schreibt ihren Host als Zahl.",
    "Write four decimal numbers with dots between them, or a name.": (
        "Schreiben Sie vier Dezimalzahlen mit Punkten dazwischen, oder einen Namen."
    ),
    "The address {} names no valid host.": "Die Adresse {} nennt keinen gültigen Host.",
    "The address {} leads on more than {} times.": "Die Adresse {} leitet mehr als {}-mal weiter.",
    "Give the address it should lead to.": "Geben Sie die Adresse an, zu der sie führen soll.",
    "The address {} leads on to no valid address.": "Die Adresse {} leitet an keine gültige Adresse weiter.",
    "The address {} leads on from https to http, which is not followed.": (
        "Die Adresse {} leitet von https an http weiter; dem wird nicht gefolgt."
    ),
    "The address {} leads on.": "Die Adresse {} leitet weiter.",
    "The address {} took longer than {} seconds.": "Die Adresse {} brauchte länger als {} Sekunden.",
    "Try again later.": "Versuchen Sie es später noch einmal.",
    "The address {} has a certificate that is not trusted.": (
        "Dem Zertifikat der Adresse {} wird nicht vertraut."
    ),
    "The address {} could not be read: the connection failed.": (
        "Die Adresse {} konnte nicht gelesen werden: Die Verbindung kam nicht zustande."
    ),
    "The address {} answered {}.": "Die Adresse {} antwortete mit {}.",
    "Check that it opens in a browser.": "Prüfen Sie, ob sie sich im Browser öffnet.",
    "The address {} holds {}, not {}.": "Unter der Adresse {} liegt {}, nicht {}.",
    "No host on the public internet was found for {}.": (
        "Im öffentlichen Internet wurde kein Host für {} gefunden."
    ),
    "Check the spelling, or send the text or a file instead.": (
        "Prüfen Sie die Schreibweise, oder schicken Sie stattdessen den Text oder eine Datei."
    ),
    "The page at {} has more than {} bytes.": "Die Seite {} hat mehr als {} Bytes.",
    "Send the part that matters as text, or raise FOOTNOTE_MAX_ARTICLE_CHARS.": (
        "Schicken Sie den Teil, auf den es ankommt, als Text, oder erhöhen Sie FOOTNOTE_MAX_ARTICLE_CHARS."
    ),
    # The server
    "The models are still loading.": "Die Modelle werden noch geladen.",
    "Try again in a few seconds.": "Versuchen Sie es in ein paar Sekunden noch einmal.",
    "The request was not done within {} seconds, waiting included, and was given up.": (
        "Die Anfrage war nach {} Sekunden, das Warten mitgezählt, nicht fertig und wurde aufgegeben."
    ),
    "Try again when fewer requests wait, send less text, or raise FOOTNOTE_DEADLINE.": (
        "Versuchen Sie es, wenn weniger Anfragen warten, schicken Sie weniger Text, oder erhöhen Sie "
        "FOOTNOTE_DEADLINE."
    ),
    "The request was stopped.": "Die Anfrage wurde angehalten.",
    "The library cannot be read: {}.": "Die Bibliothek kann nicht gelesen werden: {}.",
    "Check its file.": "Prüfen Sie ihre Datei.",
    "The library cannot be written: {}.": "Die Bibliothek kann nicht geschrieben werden: {}.",
    "Nothing was changed.": "Nichts wurde geändert.",
    "Check the free disk space and that the file may be written.": (
        "Prüfen Sie, ob Platz frei ist und die Datei geschrieben werden darf."
    ),
}

"""Who runs the site, and on what terms its data may be used."""

from urllib.parse import urlsplit

from pydantic import Field

from roadmap.model.codes import SOURCE_LANGUAGE, Conformance, RepositoryKind
from roadmap.model.fields import (
    Colour,
    CommitId,
    ContactUri,
    Date,
    Email,
    HttpsUrl,
    Int,
    Language,
    Line,
    PageFile,
)
from roadmap.model.record import Record, record


@record
class Shortcoming(Record):
    """A known shortcoming of the site's accessibility."""

    text: Line = Field(title="Brist", description="Vad som inte fungerar, och för vem.")
    reason: Line = Field(title="Skäl", description="Varför bristen finns kvar.")


@record
class Accessibility(Record):
    """The content of the accessibility statement, based on actual tests."""

    status: Conformance = Field(
        title="Hur tillgänglig",
        description="full (helt förenlig med lagen), partial (delvis) eller none (inte förenlig).",
    )
    assessed_on: Date = Field(title="Bedömd den")
    updated_on: Date = Field(title="Redogörelsen uppdaterad den")
    shortcomings: tuple[Shortcoming, ...] = Field((), title="Kända brister")


@record
class Security(Record):
    """Where to report a security fault: the content of `security.txt` (RFC 9116)."""

    contact: ContactUri = Field(
        title="Kontakt",
        description="Vart den som hittar en säkerhetsbrist vänder sig: mailto:, https: eller tel:.",
    )
    expires: Date = Field(
        title="Gäller till och med",
        description="Till dess ska någon ha sett efter att kontakten stämmer; högst ett år bort.",
    )
    languages: tuple[Language, ...] = Field(
        (), title="Språk", description="Koder för språken som ni svarar på, till exempel sv och en."
    )
    policy: HttpsUrl | None = Field(
        None,
        title="Så tar ni emot",
        description="Webbadress till en sida om vad som gäller för den som letar och rapporterar.",
    )


@record
class Licence(Record):
    """On what terms others may use a part of the data."""

    name: Line = Field(title="Namn", description="Till exempel CC0 1.0 Universell.")
    url: HttpsUrl | None = Field(None, title="Webbadress till licensen")
    terms: Line = Field(title="Villkor", description="Vad som gäller, i en eller två meningar.")


@record
class Licences(Record):
    """The terms of each part of the open data; None if they are not stated."""

    plan: Licence | None = Field(None, title="Planens texter")
    responses: Licence | None = Field(None, title="%(The_responses)ss texter")
    judgements: Licence | None = Field(None, title="Tolkningar")
    figures: Licence | None = Field(None, title="Statistiken")


@record
class Look(Record):
    """What makes the site look like its publisher's: a colour, a logo and an icon."""

    colour: Colour | None = Field(
        None,
        title="Färg",
        description="Färgen på länkar, sidhuvudets linje och sidfoten, till exempel '#8a1538'. Den "
        "måste gå att läsa mot vitt. I mörkt läge väljs en ljusare ton av den.",
    )
    logo: PageFile | None = Field(
        None,
        title="Logotyp",
        description="Fil under docs/, .svg eller .png, som står i sidhuvudet på vit botten.",
    )
    logo_text: Line | None = Field(
        None,
        title="Logotypens text",
        description="Det som logotypen säger, för den som inte ser den: Provköpings kommun.",
    )
    icon: PageFile | None = Field(
        None,
        title="Ikon",
        description="Fil under docs/, .svg eller .png, som står i webbläsarens flik. Utan den står "
        "logotypen där.",
    )


@record
class ImportLimits(Record):
    """How much the reading of one document may take. A document from outside may hold anything."""

    file_megabytes: Int = Field(
        100, title="Megabyte", description="Hur stort dokumentet får vara, även uppackat."
    )
    pages: Int = Field(500, title="Sidor", description="Hur många sidor dokumentet får ha.")
    seconds: Int = Field(
        90,
        title="Sekunder",
        description="Hur länge dokumentet får läsas. En inskannad sida får tio sekunder till.",
    )
    memory_megabytes: Int = Field(
        1000,
        title="Megabyte minne",
        description="Hur mycket minne läsningen får ta. I macOS och Windows finns ingen sådan "
        "gräns, så där gäller bara de andra.",
    )


@record
class Settings(Record):
    """Who runs the site: `data/settings.yml`. All fields may be left out while unknown."""

    publisher: Line | None = Field(None, title="Utgivare")
    publisher_url: HttpsUrl | None = Field(None, title="Utgivarens webbplats")
    contact: Email | None = Field(None, title="E-post för kontakt")
    repository: HttpsUrl | None = Field(
        None, title="Källkodsarkiv", description="Adress till arkivet där data redigeras."
    )
    repository_kind: RepositoryKind | None = Field(
        None,
        title="Arkivets slag",
        description="github eller gitlab. Utelämna om det står i adressen.",
    )
    repository_branch: Line = Field(
        "main", title="Arkivets gren", description="Den gren som webbplatsen byggs av."
    )
    languages: tuple[Language, ...] = Field(
        (SOURCE_LANGUAGE,),
        title="Webbplatsens språk",
        description="sv, och de språk som webbplatsen också ska finnas på, till exempel en.",
        min_length=1,
    )
    look: Look = Field(
        Look(), title="Utseende", description="Webbplatsens egen färg, logotyp och ikon."
    )
    hidden_changes: tuple[CommitId, ...] = Field(
        (),
        title="Dolda ändringar",
        description="Versioner (minst sju tecken av commit-id) vars ord inte visas bland "
        "ändringarna, till exempel när en personuppgift har tagits bort.",
    )
    accessibility: Accessibility | None = Field(
        None,
        title="Tillgänglighet",
        description="Uppgifter till tillgänglighetsredogörelsen. Utelämna tills den är bedömd.",
    )
    security: Security | None = Field(
        None,
        title="Säkerhetskontakt",
        description="Blir filen /.well-known/security.txt. Utelämna tills kontakten är bestämd.",
    )
    licences: Licences = Field(
        Licences(), title="Villkor", description="Hur andra får använda öppna data."
    )
    import_limits: ImportLimits = Field(
        ImportLimits(),
        title="Gränser för inläsning",
        description="Hur mycket ett dokument får kräva när det läses in. Höj en gräns när ett "
        "dokument som är i sin ordning inte ryms.",
    )

    @property
    def forge(self) -> RepositoryKind | None:
        """The repository's kind: as stated, or judged by its host name; None if unknown."""
        if self.repository_kind or not self.repository:
            return self.repository_kind
        host = urlsplit(self.repository).hostname or ""
        if "gitlab" in host:
            return "gitlab"
        return "github" if "github" in host else None

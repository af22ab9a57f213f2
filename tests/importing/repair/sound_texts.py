"""Short sound texts of many kinds: nothing in them was misread, and little tells so.

Each has words that stand in no Swedish list but would with an å, ä or ö.
"""

SOUND = {
    "laws": """\
Provnämnden hänvisar till Ds 2014:12, SOU 2017:40 och prop. 2016/17:188. Riksdagen beslutade
den 14 juni (bet. 2016/17:SoU25, rskr. 2016/17:301). Jfr 5 kap. 1 a § plan- och bygglagen
(2010:900), PBL, och 11 kap. 6 § SFS 2001:453. Se även rd. prot. 2015/16 och Ds S 1999:3.""",
    "sums": """\
Kostnaden är 12,4 mnkr 2024 och 800 tkr per år därefter. Andelen är 99 % i dag mot 97 procent
2019. Lokalen är 450 kvm, hyran 1 850 kr/kvm och elen 1,2 MWh. Därtill kommer 3 st skyltar à 2
500 kr exkl. moms, summa 7,5 tkr.""",
    "abbreviations": """\
Nämnden har bl.a. tagit del av skr. t.ex. dnr KS 2019/12 ang. lokaler, fr.o.m. den 1 mars t.o.m.
den 31 maj. Förv. ansv. är SBR och ST. Kl 9 deltog rd, ek och bitr dir m fl. Jfr tjut. d 3 mars,
resp. s 4 ff, o dyl. Antal st 14, tfn 08-000 00 00, ca 5 min. KS och SBR yttrar sig gm förv.""",
    "Finland-Swedish": """\
Stadsstyrelsen i Provköping konstaterar att dagvården har 120 platser. Samkommunen sköter
specialsjukvården, och Fpa betalar ut stöden. Tjänsteinnehavaren bereder ärendet, och en
förtroendevald kan begära omprövning. Semin hålls i Tavastila. Eduskunta, kunta och Kela nämns
på båda språken, och en remont av skolan är på kommande.""",
    "names": """\
Yttrandet är skrivet av Eva Bjork, Per Ohlsson, Anna Soderberg, Jonas Akesson och Mats Ostlund.
Familjerna Bostrom, Sjoberg och Aberg bor vid Malmovagen. Gaston Noren och Ake Hogberg har läst
det. Adressen är Arstad 3, Provby. Lena Hallstrom deltog, liksom fru Ahman.""",
    "English": """\
Nämnden stöder målet i Agenda 2030: “ensure access for all to adequate, safe and affordable
housing”. I rapporten Cities for people, Malmo and beyond (Provby Institute) står att “the far
more vulnerable are also those who for years had no say”. Det håller nämnden med om.""",
    "addresses": """\
Svar skickas till namnden@provby.example eller forvaltningen.jarfalla@kommun.example. Mallen
finns på www.provby.example/oversikt/forslag och heter forslag_till_atgarder_v2.docx. Se även
https://provby.example/vagar/sa-har-gor-du. Konto SE12 0000 6aar, kod FA4O-d6r, fil arende.pdf.
Märk svaret #farjan och @oppenhet.""",
    "old spelling": """\
I stadgan af 1862 heter det: ”Hvarje församling skall hafva en skola, der barnen lära läsa och
skrifva. Äro lärarne flere, ega de att sins emellan öfverenskomma om arbetets fördelning.” Så
skref man då, och så blef det. ”Ej må någon nekas inträde för fattigdoms skull”.""",
    "minutes": """\
Närvarande: A Berg (S), L Dahl (M), B-M Ek (V), O Falk (C), ordf. E Ros, sekr. I Lo. Jäv: AB.
§ 4 Beslut enl. ordf:s förslag. B Ek (V) yrkar bifall, A Berg avslag. Vid pröv. justeras prot.
av LD och EF. Ö Å antecknar ett särsk. yttrande. Sign. AA, OD, Ao.""",
    "capitals": """\
BAKGRUND
FORSLAG OCH ATGARDER
Modell Aros 4, Fabrikat Dofab, Version 1.10
ARSKOSTNAD
Windows, Office, Teams, Adobe, Android
DRIFT OCH UNDERHALL
Router Aria 6d, Server Nora 60i""",
    "Norwegian": """\
Kommunen har ingen merknader til forslaget, og mener at det er godt begrunnet. Forvaltningen bør
likevel vurdere om flere skal få hjelp av foreningen. Vi foreslår at departementet ser på
forslagene fra fylkene på nytt. Det er ikke nok med et forbud, også når barna selv spør.""",
    "Danish": """\
Kommunen har ingen bemærkninger til forslaget og finder det velbegrundet. Forvaltningen mener,
at der bør ses på forslagene igen, så flere får hjælp af foreningen. Et forbud er ikke nok,
heller ikke når børnene selv spørger. Fordelingen af midlerne fremgår af bilaget.""",
    "dialect": """\
Ja tycker de e bra me mer lekplatser å gungor. Man vell ju int att ongan ska va ensam. Ve ha
bodd hanna i fjorton år å allti gått te parken. Mamma sa att ja får skriva själv. Ja vill ha
en stor rutsjkana å en koja. De va allt. Hälsnigar Majken sju år""",
    "no objection": "Vi har inget att erinra. Tack för att vi fick läsa planen.",
    "plain by chance": "Inget att erinra mot planen. Nu hoppas vi att allt blir klart snart.",
    "products": """\
Skolan har köpt in programmen Forma, Larvik Pro, Kanban och Boka. Leverantören Norda Data
levererar modulerna Planora och Arkiva. Appen Aktiva Barn 2 laddas ned till en platta av typen
Aro 10.""",
    "other languages": """\
Muistio: kaupunki kannattaa esitystä. Sámi giella: mánáid oahpahus. Po polsku: prawa dla
wszystkich dzieci. Na bosanskom: prava za svu djecu. Soomaali: carruurta waa in la caawiyo.
Föreningen vill att broschyren finns på alla dessa språk.""",
    "terms": """\
Samrådet följer CEMR:s jämställdhetsdeklaration. Screening, outreach och case management
prövas av teamet. Ett PM om peer support, mentorskap och empowerment bifogas, liksom en SWOT.
Metoden följer Best practice och utvärderas ex ante samt ex post av en coach.""",
    # Made up once the ones above held, to see that the kind is mended.
    "more laws": """\
Enligt 4 kap. 2 § 1 st. SoL, prop. 1979/80:1 s. 396 f. och HFD 2013 ref. 54 ska insatsen
prövas. Jfr JO 2001/02 s. 251, RÅ 2008 not. 38, lag (1993:387) om LSS och Ds 2003:56. Dir.
2018:7 och SKR:s cirk. 19:3 anger ej annat. OSL 21 kap. 1 a § och FL 9 § gäller. Ds 1998:43 är
äldre.""",
    "more sums": """\
Per elev: 104 tkr (2023), 109,5 tkr (2024). Ram 2 mdkr, varav 1,5 % el. 22,5 mkr är osäkra.
Mål: 95 % nöjda, i dag 88 %. Ytan är 12 ha, 300 m2 BTA och 4 pl/100 m2. 1 kr blir 1,02 kr. ROI
7 %, ca 4 dgr.""",
    "more abbreviations": """\
Enl. uppg. fr. avd. f. plan o. bygg (tfn o. adr. nedan) avs. bil. 2 o. 3 ej best. Red. anm.
fattas. Ordf. o. v. ordf. har sign. Ang. sk. vht och ht, se verks. ber. samt bil. Inkl. o.
exkl. moms, jfr äv. pkt 4, rubr. o. not. Resp. enh. ansv. för upph. o. drift, mht ek. läge,
spec. fr. jan. t. o. m. dec. Ö. förv. resp. s:a kont., kv. Boken, fast. Aron, dir. tel. ang.
tj.""",
    "more Finland-Swedish": """\
Utkomststödet hör till välfärdsområdet. Kommundirektören och byråchefen kallar till möte i
Åparken. Daghemmet Tallbacka är tvåspråkigt, och simhallens byssa sköts av ett ab. Eleverna på
lågstadiet går med ficka i påsen. Egentliga Finland, Birkaland, Kajanaland och Nyland svarar
skilt för sig.""",
    "more names": """\
I gruppen ingick Goran Lindstrom, Asa Hakansson, Kare Nordstrom, Par Angstrom, Ulla Brannstrom
och Lars-Ake Sjodin. Samtal fördes med familjen Mork-Ostberg från Alvsborg Road och med Mr
Froman. Osten Warnerbring Sall, Hanna Alen och Bo Stahl hade inget att tillägga. Fru Nasman
skrev.""",
    "more English": """\
Boken heter “How to make a city for all: from Orebro to Vasteras” och föreningen Friends of
Malmo har översatt den. Där sägs: “Let the old and the far away have more; for the poor are
the last to ask.” Svaret på “Do you feel safe at home?” var ja hos tre av fyra. Workshop, fika
och pitch följer.""",
    "more addresses": """\
Mejla ake.soderstrom@aby.example eller info@forskola-ovrigt.example. Länken
//aby.example/for-aldre går till filen Remissvar_Farjestad_slutlig.docx, och mallen
svar-fran-namnden.odt ligger i mappen H:\\Namnden\\forslag\\atgarder. Sök på #forskola eller
@malmo, eller se aby.example/sa-gor-du.""",
    "more old spelling": """\
”Wi Carl, med Guds nåde, göre weterligt, at alle som bo här må få bruka sina ägor utan
intrång, och at ingen öfwerhet deras rätt förminskar. Gifwit i Provköping den 4 Maji 1731.” Så
löd det. Af detta lär vi att ord som ”hafwa”, ”blifwit” och ”förehafwande” är äldre än ”ha”
och ”bliva”.""",
    "more minutes": """\
§ 12 Adj.: B Ros. Frånv.: K Å Lo, P-O Sand (L), M al A (MP), D Or (KD), S Ar (SD). Tj. ers.: F
Ek. Punkt a) och b) bordl., c) åter. Votering: ja 5 (AB, CD, EO, A Dr, O Fa), nej 4. Res. av
S, V o. MP. Vid prot.: U Da. Just.: L So, T An. Utdr. till: ÖF, BoU, KoF, sthlm.""",
    "more capitals": """\
INNEHALL
SAMMANFATTNING OCH FORSLAG TILL BESLUT
PA GANG I KOMMUNEN
Bilaga A, Bilaga B, Bilaga O
UPPFOLJNING
Modul Alfa, Delta, Omega, Sigma
FOR KANNEDOM""",
    "more Norwegian": """\
Fylkesmannen har gjennomgått forslagene. Forskriften bør endres slik at foreldrene får uttale
seg før vedtaket fattes. Vi savner en vurdering av forholdet til kommunens forpliktelser og
foretak. Foreløpig er dette utelatt. Forøvrig støtter vi fordelingen og formålet med forsøket.""",
    "more Danish": """\
Foreningen takker for muligheden for at afgive høringssvar. Forslaget forekommer os
fornuftigt, og forventningen er, at forholdene for de ældre forbedres. Dog bør forløbet
følges, og forbruget opgøres. Forældrene bør spørges først, og forskningen fortsat støttes.
Formanden er for.""",
    "more dialect": """\
Int ska n bo så långt borta att en int hinn hem te kvälln. He va bättre förr, då feck vi
skjuss med bussn. Ja ä sju å ett halft å vill ha en fotbollsplaan. Å pappa säjer att ni ska
laga vägn. Dä ä allt ja velle ha sagt. Gla sommar önska Ture å lellan""",
    "more of no objection": """\
Vi har tagit del av planen. Vi avstår från att svara.""",
    "more products": """\
Modulerna Barnet, Aktiv, Forskola Direkt och Skolplats Bas upphandlas av Nordo AB (org.nr
556000-0000). Systemen heter Stratsys, Platina, Hypergene, Treserva och Lifecare. Appen
Hallbar stad och korten Arsbiljett Bas samt Aldre Plus läggs ned. Serien Saga 4, Saga 4d och
Mini 6ar är slutsåld.""",
    "Latin and terms": """\
Bedömningen är gjord pro forma och ex officio, mutatis mutandis. Patienter med diabetes
mellitus, angina pectoris eller fractura colli femoris omfattas. Arter: Parus major, Sorbus
aucuparia, Acer platanoides. Principerna in dubio pro reo och lex specialis gäller, jfr ratio
decidendi.""",
    "a few slips of the author": """\
Vi tycker att förslaget är bra och att målen är tydliga. Det är också viktigt att föräldrar
får svara på frågor om skolvägen. Vi saknar dock åtgarder för äldre och önskar att nämnden
återkommer. Någon behover också räkna på kostnaden. Därför föreslår vi att planen ses över när
året är slut.""",
}

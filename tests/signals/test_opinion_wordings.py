"""Claims about a public's view in the wordings of polls, columns and reports; and figures and people that are none."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    ("Many Greeks appear to have stopped caring.", {"population": "GRC", "evidence": "bare"}),
    ("Many Hungarians have had enough of the quarrel with Brussels.", {"population": "HUN", "evidence": "bare"}),
    (
        "Six in ten Germans oppose sending the missiles, a survey by Forsa showed.",
        {"population": "DEU", "evidence": "poll_cited"},
    ),
    (
        "Two thirds of Swedes are in favour of the alliance, a poll for the state broadcaster shows.",
        {"population": "SWE", "evidence": "poll_cited"},
    ),
    (
        "Some 71% of Ukrainians would reject any loss of land, a KIIS poll found.",
        {"population": "UKR", "evidence": "poll_cited"},
    ),
    (
        "In a poll, 58 percent of Israelis said they wanted an election.",
        {"population": "ISR", "evidence": "poll_cited"},
    ),
    (
        "Support among Poles for the treaty has fallen to 40 percent, a poll shows.",
        {"population": "POL", "evidence": "poll_cited"},
    ),
    ("Polls show that most South Koreans want their own bomb.", {"population": "KOR", "evidence": "poll_named"}),
    ("Surveys suggest Georgians see their future in Europe.", {"population": "GEO", "evidence": "poll_named"}),
    ("Moldovans are split over the EU, opinion polls suggest.", {"population": "MDA", "evidence": "poll_named"}),
    ("Armenians are deeply divided over the peace deal.", {"population": "ARM", "evidence": "bare"}),
    ("Icelanders are lukewarm about the union.", {"population": "ISL", "evidence": "bare"}),
    ("Ordinary Iranians are tired of the quarrel with the West.", {"population": "IRN", "evidence": "bare"}),
    ("Ordinary Cubans resent the embargo.", {"population": "CUB", "evidence": "bare"}),
    ("Public opinion in Ireland has turned against Israel.", {"population": "IRL", "evidence": "bare"}),
    ("Irish public opinion is firmly behind the Palestinians.", {"population": "IRL", "evidence": "bare"}),
    ("Public anger at Rwanda is growing in Congo.", {"evidence": "bare"}),
    ("Anti-French sentiment is rising in Niger.", {"population": "NER", "evidence": "bare"}),
    ("Anti-French feeling runs high in Mali.", {"population": "MLI", "evidence": "bare"}),
    ("Popular support for the war is waning in Ethiopia.", {"population": "ETH", "evidence": "bare"}),
    ("There is little appetite among Britons for another referendum.", {"population": "GBR", "evidence": "bare"}),
    ("There is broad support among Danes for the island's right to leave.", {"population": "DNK", "evidence": "bare"}),
    ("The Spanish public is opposed to the war.", {"population": "ESP", "evidence": "bare"}),
    ("The Turkish public has lost faith in the EU.", {"population": "TUR", "evidence": "bare"}),
    ("The mood in Bratislava is turning against Kyiv.", {"population": "SVK", "evidence": "bare"}),
    ("The people of Okinawa in Japan do not want the base.", {"population": "JPN", "evidence": "bare"}),
    ("The Armenian people will never forgive Baku, the writer said.", {"population": "ARM", "evidence": "bare"}),
    ("Our people want peace with Sudan.", {"evidence": "bare"}),
    (
        "The Russian people stand behind their army, the Kremlin spokesman said.",
        {"population": "RUS", "evidence": "bare"},
    ),
    ("Shoppers in Tallinn told our reporter they feared Russia.", {"population": "EST", "evidence": "anecdotal"}),
    (
        "Residents of Tbilisi interviewed by the paper were weary of protests.",
        {"population": "GEO", "evidence": "anecdotal"},
    ),
    (
        "Villagers near the border in Laos told reporters that they distrust the dam.",
        {"population": "LAO", "evidence": "anecdotal"},
    ),
    ("Voters in Slovenia see the border quarrel with Croatia as settled.", {"population": "SVN", "evidence": "bare"}),
    ("Young Tunisians look to Europe and want to leave.", {"population": "TUN", "evidence": "bare"}),
    ("A majority of Norwegians say no to the EU, a new poll shows.", {"population": "NOR", "evidence": "poll_named"}),
    ("A clear majority of Swiss oppose the accord.", {"population": "CHE", "evidence": "bare"}),
    (
        "54 per cent of respondents in Malta said that they did not trust the envoy.",
        {"population": "MLT", "evidence": "poll_cited"},
    ),
    (
        "Pew found that 80 percent of Japanese have an unfavourable view of China.",
        {"population": "JPN", "evidence": "poll_cited"},
    ),
    ("A Pew survey found that views of China had soured in Australia.", {"evidence": "poll_named"}),
    (
        "Views of the United States have darkened among Canadians, an Angus Reid poll finds.",
        {"population": "CAN", "evidence": "poll_named"},
    ),
    (
        "Afrobarometer found that three in four Ghanaians prefer democracy.",
        {"population": "GHA", "evidence": "poll_cited"},
    ),
    ("Kenyans' trust in the police has collapsed.", {"population": "KEN", "evidence": "bare"}),
    ("Lebanese citizens feel abandoned by their neighbours.", {"population": "LBN", "evidence": "bare"}),
    (
        "Filipinos regard China as the main threat, a poll by Pulse Asia showed.",
        {"population": "PHL", "evidence": "poll_named"},
    ),
    ("Filipinos are increasingly wary of China.", {"population": "PHL", "evidence": "bare"}),
    ("Nine out of ten Kosovars see the United States as a friend.", {"population": "XKX"}),
    ("Kazakhs remain suspicious of Chinese investors.", {"population": "KAZ", "evidence": "bare"}),
    ("Few Ukrainians believe in a ceasefire.", {"population": "UKR", "evidence": "bare"}),
    ("Hardly any Ukrainians believe in a ceasefire, a poll found.", {"population": "UKR", "evidence": "poll_named"}),
    ("Nobody in Poland wants that, the minister claimed.", {"population": "POL", "evidence": "bare"}),
    ("Everyone in Georgia remembers 2008 and fears a repeat.", {"population": "GEO", "evidence": "bare"}),
    ("Bulgarian society is divided over arms for Ukraine.", {"population": "BGR", "evidence": "bare"}),
    (
        "According to an opinion poll, Argentines prefer Brazil to China as a partner.",
        {"population": "ARG", "evidence": "poll_named"},
    ),
    ("The deal is unpopular in Armenia.", {"population": "ARM", "evidence": "bare"}),
    ("The deal is deeply unpopular among Armenians.", {"population": "ARM", "evidence": "bare"}),
    ("France is deeply unpopular with Malians.", {"population": "MLI", "evidence": "bare"}),
    (
        "47 percent of Bosnians would vote to join the EU tomorrow, a survey shows.",
        {"population": "BIH", "evidence": "poll_cited"},
    ),
    (
        "Nigerians overwhelmingly rejected a war in Niger, according to polls.",
        {"population": "NGA", "evidence": "poll_named"},
    ),
    ("Nepalis are fed up with both neighbours.", {"population": "NPL", "evidence": "bare"}),
    (
        "Peruvians worry more about crime than about Chile, a survey by Ipsos shows.",
        {"population": "PER", "evidence": "poll_named"},
    ),
    (
        "Belarusians do not want to fight in Ukraine, Chatham House polling suggests.",
        {"population": "BLR", "evidence": "poll_named"},
    ),
    ("Fijians were asked about the treaty with Australia, and most approved.", {"population": "FJI"}),
    ("Belgians, a poll says, would rather pay than serve.", {"population": "BEL", "evidence": "poll_named"}),
    (
        "Asked about NATO, 61 percent of Austrians said no, according to Gallup.",
        {"population": "AUT", "evidence": "poll_cited"},
    ),
    ("Israelis are said to be losing patience with the talks.", {"population": "ISR", "evidence": "bare"}),
]

NONE = [
    "Exports from Chile to China grew by 4 percent.",
    "The percentage of women in the army of Norway is 17 percent.",
    "Some 30 percent of Ghana's people live in the north.",
    "The Israelis rejected the offer of Hamas in Doha.",
    "The Israelis and the Lebanese agreed on a truce.",
    "The Americans want Japan to pay more for the bases.",
    "The Russians bombed the port.",
    "The Chinese built the railway in Kenya.",
    "The Turks want a bigger share of the pipeline, a diplomat in Baku said.",
    "The Poles beat the Czechs in Prague.",
    "Two Britons were arrested in Dubai.",
    "Three Kenyans fear for their jobs in Qatar.",
    "Polls close in Ghana at five.",
    "Turnout in Senegal was 61 percent.",
    "The party won 34 percent of the vote in Portugal.",
    "The survey ship left Chile.",
    "A survey of the sea floor off Norway found gas.",
    "A poll of analysts put growth in Peru at 3 percent.",
    "Inflation in Argentina reached 200 percent.",
    "The president of Malta believes in talks.",
    "People in Laos grow rice.",
    "Most Egyptians live along the Nile.",
    "Many Syrians fled to Turkey.",
    "Half of Gambians are under twenty.",
    "Residents of Kharkiv hid in the metro.",
    "The public gallery of the court in Oslo was full.",
    "Public transport in Rome was on strike.",
    "The public prosecutor in Vienna wants a trial.",
    "The national mood board of the designer from Milan won.",
    "The support of the bridge in Cairo cracked.",
    "Villagers in Mali were killed.",
    "The Danish prime minister sees no danger.",
    "The Germans offered Ukraine a second battery.",
    "The Iranians deny it, and the Saudis say little.",
    "The French refuse to hand over the files to Rwanda.",
    "About 12 percent of the budget of Togo goes to the army.",
    "Citizens of Fiji need a visa for Japan.",
    "The people of Nepal were warned of floods.",
    "Kenyans vote on Tuesday.",
    "Would Swedes accept that?",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_an_opinion_is_read(text, fields):
    found = read("opinions", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_opinion_is_read(text):
    assert [told(a) for a in read("opinions", text)] == []

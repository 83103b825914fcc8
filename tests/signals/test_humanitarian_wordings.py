"""Notices of need, help and access in the wordings of bulletins, appeals and news; and words of need that are no notice."""

from __future__ import annotations

import pytest

from signals.readings import read, told

READ = [
    (
        "Floods have cut the road to Beledweyne and no relief has got through since Sunday, the Somali Red Crescent said.",
        {"act": "access_constraint", "place": "SOM"},
    ),
    (
        "Convoys have not been able to reach El Fasher for three weeks, OCHA said.",
        {"act": "access_constraint", "place": "SDN"},
    ),
    (
        "Nothing has entered Gaza since Friday, UNRWA said, and flour is running out.",
        {"act": "access_constraint", "place": "PSE"},
    ),
    (
        "Insecurity is keeping aid workers out of Djibo in Burkina Faso, MSF said.",
        {"act": "access_constraint", "place": "BFA"},
    ),
    (
        "Aid groups said they had been denied access to camps in Cox's Bazar in Bangladesh.",
        {"act": "access_constraint", "place": "BGD"},
    ),
    (
        "Humanitarian organisations have been barred from Rakhine in Myanmar since November.",
        {"act": "access_constraint", "place": "MMR"},
    ),
    (
        "Hunger is spreading in South Sudan, the World Food Programme said.",
        {"act": "reported", "issuer": "WFP", "place": "SSD"},
    ),
    (
        "Some 4.4 million people in Somalia do not have enough to eat, the World Food Programme said.",
        {"act": "reported", "issuer": "WFP", "place": "SOM"},
    ),
    ("One in three Haitians goes hungry, WFP said.", {"act": "reported", "place": "HTI"}),
    (
        "More than half of Yemen's children are malnourished, UNICEF said.",
        {"act": "reported", "issuer": "UNICEF", "place": "YEM"},
    ),
    ("Cholera has killed 230 people in Zambia, the health ministry reported.", {"act": "reported", "place": "ZMB"}),
    (
        "A cholera outbreak in Malawi has spread to nine districts, WHO said.",
        {"act": "reported", "issuer": "WHO", "place": "MWI"},
    ),
    (
        "Some 600,000 people have fled their homes in eastern Congo since January, UNHCR said.",
        {"act": "reported", "issuer": "UNHCR", "place": "COD"},
    ),
    (
        "Fighting has displaced 80,000 people in Mozambique, the UN migration agency reported.",
        {"act": "reported", "place": "MOZ"},
    ),
    (
        "Fighting has driven 80,000 people from their homes in Mozambique, the UN reported.",
        {"act": "reported", "place": "MOZ"},
    ),
    (
        "An estimated 12,000 families were made homeless by the floods in Kenya, the Red Cross said.",
        {"act": "reported", "issuer": "Red Cross", "place": "KEN"},
    ),
    (
        "Hospitals in Sudan are running out of blood and oxygen, WHO said.",
        {"act": "reported", "issuer": "WHO", "place": "SDN"},
    ),
    (
        "Only two of the eleven hospitals in Gaza are still working, WHO reported.",
        {"act": "reported", "issuer": "WHO", "place": "PSE"},
    ),
    (
        "Nearly 25 million people, half of Sudan's population, need help to survive, OCHA said.",
        {"act": "reported", "place": "SDN"},
    ),
    (
        "Six million people in Chad are in need of assistance this year, according to OCHA.",
        {"act": "reported", "place": "TCD"},
    ),
    (
        "Insulin in Herat could run out within a week, the UN mission in Afghanistan warned.",
        {"act": "warned_of", "place": "AFG"},
    ),
    (
        "WHO warned that fuel for hospitals in Gaza would last two more days.",
        {"act": "warned_of", "issuer": "WHO", "place": "PSE"},
    ),
    (
        "The WFP warned that rations for refugees in Kenya would be cut by half in May.",
        {"act": "warned_of", "issuer": "WFP", "place": "KEN"},
    ),
    ("FAO warns locusts may ruin harvest in Ethiopia", {"act": "warned_of", "place": "ETH"}),
    ("Oxfam sounded the alarm over hunger in Burkina Faso.", {"act": "warned_of", "place": "BFA"}),
    (
        "Unless money comes by June, millions in Yemen will go hungry, the WFP warned.",
        {"act": "warned_of", "issuer": "WFP", "place": "YEM"},
    ),
    ("The country is sliding toward famine, the UN relief chief warned of Sudan.", {"act": "warned_of"}),
    ("Sudan is on the brink of famine, the UN relief chief said.", {"act": "risk_of", "place": "SDN"}),
    ("Children in Tigray in Ethiopia are at risk of starvation, UNICEF said.", {"act": "risk_of", "place": "ETH"}),
    (
        "Some 200,000 people in northern Nigeria face the threat of starvation, the Red Cross said.",
        {"act": "risk_of", "place": "NGA"},
    ),
    (
        "WFP projects that 14 million people in Colombia could be food insecure by June.",
        {"act": "projected", "issuer": "WFP", "place": "COL"},
    ),
    (
        "By August 3 million people in Mali are expected to face acute hunger, WFP said.",
        {"act": "projected", "place": "MLI"},
    ),
    (
        "FEWS NET expects Crisis (IPC Phase 3) outcomes in southern Madagascar through May.",
        {"act": "projected", "place": "MDG"},
    ),
    (
        "According to the Cadre Harmonisé, 49 million people in West Africa will need food aid next summer.",
        {"act": "projected"},
    ),
    (
        "The IPC has classified five areas of Sudan as in famine.",
        {"act": "classified", "issuer": "IPC", "place": "SDN"},
    ),
    (
        "Famine has been confirmed in Zamzam camp in Sudan, the Famine Review Committee said.",
        {"act": "classified", "place": "SDN"},
    ),
    ("Two districts of Somalia were placed in IPC Phase 4.", {"act": "classified", "place": "SOM"}),
    ("In its new snapshot the IPC puts 1.1 million people in Haiti in Phase 4.", {"act": "classified", "place": "HTI"}),
    ("Ethiopia's government rejected reports of famine in Tigray.", {"act": "denied", "issuer": "ETH"}),
    ("There is no hunger in the camps, Sudan's agriculture minister insisted.", {"act": "denied", "issuer": "SDN"}),
    ("Khartoum denies that there is famine in Darfur.", {"act": "denied", "issuer": "SDN", "place": "SDN"}),
    ("Israel said there was no starvation in Gaza.", {"act": "denied", "issuer": "ISR", "place": "PSE"}),
    ("The ministry in Asmara dismissed talk of a food crisis in Eritrea.", {"act": "denied", "issuer": "ERI"}),
    ("Turkey flew a field hospital to Derna in Libya.", {"act": "aid_provided", "issuer": "TUR", "place": "LBY"}),
    ("India sent 20,000 tonnes of wheat to Afghanistan.", {"act": "aid_provided", "issuer": "IND", "place": "AFG"}),
    (
        "A plane with tents and blankets from Algeria landed in Niger on Tuesday.",
        {"act": "aid_provided", "issuer": "DZA", "place": "NER"},
    ),
    (
        "The United Arab Emirates airlifted 90 tonnes of food to Chad.",
        {"act": "aid_provided", "issuer": "ARE", "place": "TCD"},
    ),
    ("Japan gave 1.2 million vaccine doses to Nepal.", {"act": "aid_provided", "issuer": "JPN", "place": "NPL"}),
    (
        "A consignment of 300,000 vaccine doses, a gift from China, was flown to Harare in Zimbabwe.",
        {"act": "aid_provided", "issuer": "CHN", "place": "ZWE"},
    ),
    (
        "Norwegian rescuers pulled survivors from the rubble in Turkey.",
        {"act": "aid_provided", "issuer": "NOR", "place": "TUR"},
    ),
    (
        "Greece sent rescue teams to Turkey after the earthquake.",
        {"act": "aid_provided", "issuer": "GRC", "place": "TUR"},
    ),
    ("Spain sends firefighters to Chile", {"act": "aid_provided", "issuer": "ESP", "place": "CHL"}),
    (
        "The Red Cross delivered insulin to three hospitals in Port-au-Prince in Haiti.",
        {"act": "aid_provided", "issuer": "Red Cross", "place": "HTI"},
    ),
    (
        "UNICEF vaccinated 400,000 children against measles in Afghanistan.",
        {"act": "aid_provided", "issuer": "UNICEF", "place": "AFG"},
    ),
    (
        "WFP handed out rations to 50,000 people in Tawila in Sudan.",
        {"act": "aid_provided", "issuer": "WFP", "place": "SDN"},
    ),
    (
        "The agency has fed two million people in South Sudan this year, WFP said.",
        {"act": "aid_provided", "place": "SSD"},
    ),
    (
        "Thirty trucks of flour crossed into Gaza from Egypt on Monday, OCHA said.",
        {"act": "aid_provided", "place": "PSE"},
    ),
    (
        "Canada will give 20 million dollars for refugees in Bangladesh.",
        {"act": "aid_provided", "issuer": "CAN", "place": "BGD"},
    ),
    (
        "The EU allocated 60 million euros in emergency aid for Sudan.",
        {"act": "aid_provided", "issuer": "EU", "place": "SDN"},
    ),
    (
        "Denmark released 10 million kroner to help victims of the quake in Nepal.",
        {"act": "aid_provided", "issuer": "DNK", "place": "NPL"},
    ),
    ("The UN appealed for 4 billion dollars for Yemen.", {"act": "appealed", "issuer": "UN", "place": "YEM"}),
    (
        "UNHCR is seeking 200 million dollars for refugees in Chad.",
        {"act": "appealed", "issuer": "UNHCR", "place": "TCD"},
    ),
    ("Vanuatu asked for tents and drinking water after the cyclone.", {"act": "appealed", "issuer": "VUT"}),
    ("The Cuban government has asked the WFP for powdered milk for children.", {"act": "appealed", "issuer": "CUB"}),
    ("Aid agencies want safe access to Khartoum in Sudan.", {"act": "appealed", "place": "SDN"}),
    ("Guterres called for a humanitarian truce in Sudan.", {"act": "appealed", "place": "SDN"}),
    (
        "The Security Council demanded unhindered access for relief workers in Tigray in Ethiopia.",
        {"act": "appealed", "issuer": "UN Security Council", "place": "ETH"},
    ),
    (
        "Relief must be let into Gaza at once, Ireland's foreign minister said.",
        {"act": "appealed", "issuer": "IRL", "place": "PSE"},
    ),
    ("The appeal for Afghanistan is only a fifth funded, OCHA said.", {"act": "appealed"}),
    (
        "Measles is spreading among displaced children in Cabo Delgado in Mozambique, MSF reported.",
        {"act": "reported", "place": "MOZ"},
    ),
    ("Drought has killed three million animals in Kenya, the government said.", {"act": "reported", "place": "KEN"}),
    ("WFP cut rations in Jordan for lack of money.", {"act": "reported", "issuer": "WFP", "place": "JOR"}),
    (
        "Humanitarian flights to Sanaa in Yemen were suspended on Thursday.",
        {"act": "access_constraint", "place": "YEM"},
    ),
]

NONE = [
    "Displacement from AI worries clerks in India.",
    "The displacement of the ship built in Poland is 4,000 tonnes.",
    "The council of Kenya discussed the text on humanitarian pauses.",
    "A student of humanitarian law in Geneva won a prize.",
    "Chile hungers for a title after a drought of thirty years.",
    "The striker from Ghana ended his goal drought in Turin.",
    "The minister for food in Malaysia opened a fair.",
    "Food prices in Turkey rose by 3 per cent.",
    "Japan imports wheat from Canada.",
    "France sold 300,000 tonnes of wheat to Egypt.",
    "The restaurant in Lima feeds two hundred guests a night.",
    "The famine in Ireland began in 1845.",
    "The novel is set during the Bengal famine in India.",
    "A film about the famine in Ukraine won a prize in Cannes.",
    "A hospital in Vienna opened a new wing.",
    "The first aid course in Oslo is full.",
    "The hearing aid from Denmark costs less.",
    "The air force of Chad carried out relief drills.",
    "Visual relief is rare in the temples of Malta.",
    "Tax relief for firms in Spain was extended.",
    "Debt relief for Zambia was agreed in Paris.",
    "Bangladesh starved the opponent of runs.",
    "The epidemic of phone theft in London worries shopkeepers.",
    "State aid for the airline broke the rules of the EU.",
    "Military aid to Ukraine was approved by Norway.",
    "The access road to the port of Walvis Bay was widened.",
    "Access to the market in China is limited for Swiss firms.",
    "The government in Rome will help families in Italy with day care.",
    "Water polo players from Hungary won gold in Japan.",
    "Blankets from Peru sell well in Germany.",
    "The need for reform in Bulgaria is plain.",
    "Refugees from Iran won two medals.",
    "The emergency exit of the museum in Cairo was blocked.",
    "A humanitarian from Kenya was honoured in Oslo.",
    "Hunger strikers in Tunisia were freed.",
    "The rations of the Roman army in Britain were studied.",
    "Brazil's crisis in midfield deepened.",
    "A convoy of tanks rolled through Minsk.",
    "Doctors in Kenya are on strike.",
    "The drought clause in the treaty between Mexico and Texas was discussed.",
]


@pytest.mark.parametrize(("text", "fields"), READ)
def test_a_notice_is_read(text, fields):
    found = read("humanitarian", text)
    assert any(fields.items() <= told(a).items() for a in found), [told(a) for a in found]


@pytest.mark.parametrize("text", NONE)
def test_no_notice_is_read(text):
    assert [told(a) for a in read("humanitarian", text)] == []

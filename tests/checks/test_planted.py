"""Slips of the kinds that editing makes, planted in many wordings: each must be found.

The sentences differ in what comes first, what links the figures and what is left out; every one holds one slip.
"""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]

PLANTED = {
    "N101": [
        "Sales rose 25 percent to 250 million dollars from 210 million.",
        "Revenue went from $200m to $250m, up 20%.",
        "Net profit was up 20 percent at 250 million euros from 200 million.",
        "Sales were 250 million euros, an increase of 20 percent on last year's 200 million.",
        "The fleet increased by a fifth from 200 buses to 260.",
        "Profit fell 10 percent to 400 million yen, from 500 million yen a year earlier.",
        "Turnover grew from 3.2 billion kroner in 2023 to 4.8 billion kroner in 2024, an increase of 40 percent.",
        "Output climbed 30 percent last year to 5,200 tonnes from 4,600 tonnes.",
        "The number of visitors rose from 12,000 to 15,000, or 20 percent.",
        "Deaths dropped by 50 percent to 120 from 200.",
        "The price of rice jumped to 60 pesos a kilo from 40 pesos, a rise of 30 percent.",
        "The company's debt was cut by 25 percent, from 800 million pounds to 500 million pounds.",
        "Earnings came to $3.3 million, down 25% from $4.0 million a year ago.",
        "Profits surged to $90 million, compared with $60 million a year earlier, a 40 percent increase.",
        "Imports fell to 4.2 billion dollars from 5.6 billion, a decline of 35 percent.",
        "The budget will rise by 10 percent next year to 33 million euros, from 28 million euros this year.",
        "Net income increased 15% to $46 million in the quarter, from $38 million in the same period last year.",
        "The minimum wage was raised from 600 to 750 lei, a rise of 20 percent.",
        "Production slid 12 percent in May to 440 tonnes, against 550 tonnes in April.",
    ],
    "N102": [
        "With exports of 3.1 billion dollars and imports of 4.2 billion dollars, total trade was 7.5 billion dollars.",
        "Exports were 3.1 billion euros and imports 4.2 billion, for a total of 7.5 billion.",
        "Total trade was $7.5 billion, of which exports were $3.1 billion and imports $4.2 billion.",
        "The storm killed 12 people in Mozambique and nine in Malawi, 25 people in all.",
        "A total of 70 people, 45 men and 15 women, were on board.",
        "The bus carried 30 adults and 12 children, a total of 52 people.",
        "Seven soldiers and four policemen were killed, 13 people altogether.",
        "The two mines produced 310 tonnes and 450 tonnes respectively, a combined 780 tonnes.",
        "Together the two plants employ 900 people: 400 in Brno and 600 in Plzen.",
        "The court sentenced 14 men and 3 women, 19 people in total.",
        "It gave 20m euros for roads, 15 million for schools and 5 million for clinics, 45 million euros in all.",
        "In all, 60 people died: 45 men and 25 women.",
        "The port handled 210,000 tonnes of grain and 340,000 tonnes of coal, 600,000 tonnes in total.",
        "Exports of cut flowers came to 120 million euros and of fruit to 80 million euros, 220 million in all.",
        "The fund holds 12 million shares of Alba and 7 million shares of Bruna, a total of 21 million shares.",
    ],
    "N103": [
        "The storm cut power in three regions: Salta and Jujuy.",
        "The storm hit three provinces: Salta and Jujuy.",
        "He visited four countries - Chile, Peru and Bolivia.",
        "The prize went to two writers: Ama Boateng, Lena Fischer and Hugo Reyes.",
        "The five Nordic countries - Denmark, Finland, Norway and Sweden - signed.",
        "Lyon, Nice and Lille, the two cities, will vote in May.",
        "Trains stop in three towns (Brno and Plzen).",
        "Four teams — Ghana, Mali and Togo — went home.",
        "The airline flies to two islands: Crete, Rhodes and Kos.",
        "The grant went to three museums: Prado, Louvre, Uffizi and Hermitage.",
        "Rain fell in four counties – Cork, Kerry and Clare.",
        "Lagos, Accra and Lome, the two ports, were closed.",
    ],
    "N104": [
        "In Nairobi, 45 of the 40 delegates voted for the treaty.",
        "Of the 40 delegates, 45 voted for the treaty.",
        "The flood damaged 130 of the village's 120 houses.",
        "Some 45 of 40 delegates voted for the treaty.",
        "Forty-five out of the 40 delegates voted for it.",
        "45 of its 40 members resigned.",
        "The party won 71 of the 64 seats in the chamber.",
        "Of 60 plants, 75 were closed.",
        "He won 21 of 18 races this season.",
        "Out of 300 samples, 340 were clean.",
        "All but 50 of the 40 crew members were saved.",
        "The strike shut 12 of the country's nine refineries.",
    ],
    "N106": [
        "Inspectors in Dublin closed 15 of 60 bakeries (30 percent).",
        "Inspectors closed 30 percent, or 15 of the 60 bakeries.",
        "In Quito, 18 of 24 schools, or 70 percent, stayed shut.",
        "Of 60 bakeries, 15, or 30 percent, were closed.",
        "Some 15 of the 60 plants (30%) were shut.",
        "15 out of 60 plants - 30 percent - were shut.",
        "Of the 200 samples, 50 (35 percent) were tainted.",
        "The party won 45 of the 120 seats, or 42 percent.",
        "About 30 per cent of the plants (15 of 60) were shut.",
        "Of the 80 pupils, 20, or 30 percent, passed.",
        "Of the 50 flights, 20 (30 percent) were late.",
        "In Porto, 9 of the 36 bridges, or 35 percent, need repair.",
    ],
    "N107": [
        "Inflation in Ghana fell to 47 percent from 41 percent.",
        "The order backlog fell to 47 ships from 41.",
        "The index was down to 47 points from 41 points.",
        "The price of copper rose from 90 dollars to 82 dollars.",
        "Sales dropped from 3.2 million euros to 3.6 million euros.",
        "The jobless rate declined to 7.2 percent from 6.9 percent.",
        "Output increased to 410 tonnes from 470 tonnes.",
        "Profit slumped to $46 million from $38 million a year earlier.",
        "The price was cut from 40 euros to 45 euros.",
        "The number of cases climbed from 640 to 580.",
        "Turnout, at 61 percent, was up from 64 percent.",
        "The company raised its dividend to 20 pence from 22 pence.",
        "Deaths fell from 120 in 2023 to 135 in 2024.",
        "Prices went up from 30 to 25 pesos.",
    ],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PLANTED.items() for text in texts])
def test_a_planted_slip_is_found(found: Found, code: str, text: str) -> None:
    assert len(found(code, text)) == 1


SILENT = [
    "Trains stop in three towns (Brno, Plzen and Zlin).",
    "The two states with five seats (Bavaria and Saxony) abstained.",
    "Sales rose 20 percent to 240 million dollars, compared with 200 million dollars a year earlier.",
    "Exports to Japan rose to 240 million dollars against 200 million tonnes.",
    "Turnout, at 61 percent, was up from 58 percent.",
    "Of the 40 delegates, 35 voted, 3 abstained.",
    "Of the 40 delegates, 45 percent voted.",
    "Of 12 goals, 15 chances were missed.",
    "He scored 15 of his team's 40 points, or 37 percent.",
    "The rate was cut from 5.5 percent to 5.25 percent.",
    "The tax was raised to 20 percent from 15 percent.",
    "The team lost 3-1 to move up from 5th to 3rd.",
    "The share closed at 240 pence, up from 200 pence, a 20 percent gain.",
    "Shares fell by a third from 300 pence to 200 pence.",
    "A total of 70 people, 45 men and 15 women and several children, were on board.",
    "A total of 70 people, 45 of them men, were on board.",
    "Total trade was $7.4 billion, of which exports to China were $3.1 billion and to Japan $1.2 billion.",
    "Total trade was $7.4 billion, of which exports were $3.1 billion and imports $4.3 billion.",
    "Two mines produced 310 tonnes and 450 tonnes respectively, a combined 760 tonnes.",
    "Turnout was 30 percent (15 of 60 stations reporting).",
    "The dollar rose to 120 yen from 118 yen, up 2 percent on the week.",
    "He raised his offer to 20 million euros from 15 million, up 10 percent on his first bid.",
]


@pytest.mark.parametrize("text", SILENT)
def test_figures_that_may_all_be_true_are_silent(found: Found, text: str) -> None:
    assert [code for code in PLANTED for _ in found(code, text)] == []

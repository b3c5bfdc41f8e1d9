using System.Globalization;
using System.Text;
using Produktreport.Core.Catalogues.Reading;
using Produktreport.Core.Deliveries.Proposals;
using Produktreport.Core.Findings;

namespace Produktreport.Core.Tests.Deliveries;

/// <summary>Files nobody knows yet, and what the program reads from them with the profile it proposes itself.</summary>
public sealed class ProfileProposalTests
{
    public static TheoryData<string, string, string, string> Layouts() => new()
    {
        {
            "lines of a form whose first is 0, beside the number of a Teilhaushalt", "ergebnisplan.csv",
            "Teilhaushalt;Produkt;Produktbezeichnung;Nr.;Ertrags- und Aufwandsarten;Ergebnis 2023;Ansatz 2025\n"
            + "1;1111;Büro;1;Steuern;0;0\n1;1111;Büro;10;Summe der ordentlichen Erträge;100,50;120\n"
            + "1;1111;Büro;11;Personalaufwand;300;320\n1;1111;Büro;18;Summe der ordentlichen Aufwendungen;350;370\n"
            + "1;1121;Personal;10;Summe der ordentlichen Erträge;1,5;3\n1;1121;Personal;18;Summe der ordentlichen "
                + "Aufwendungen;20;22\n",
            "ertraege 2023 Ist 102; aufwendungen 2023 Ist 370; ertraege 2025 Plan 123; aufwendungen 2025 Plan 392"
        },
        {
            "cost centre before product", "kostenstellen.csv",
            "Kostenstelle;Kostenträger;Kontonummer;Betrag 2025\n1000;1111;411000;-50,00\n2000;1111;501000;400,00\n"
            + "2000;1121;501000;60,00\n",
            "ertraege 2025 Ist 50; aufwendungen 2025 Ist 460"
        },
        {
            "what is paid beside what is earned", "zahlungen.csv",
            "Produkt;Name;Einzahlungen 2025;Auszahlungen 2025;Erträge 2025;Aufwendungen 2025\n1111;Büro;90;890;100;900\n"
            + "1121;Personal;0;45;0;50\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 950"
        },
        {
            "a Nachtrag with what is in force now", "nachtrag.csv",
            "Produkt;Name;Ansatz 2025 Ertrag;Nachtrag 2025 Ertrag;neuer Ansatz 2025 Ertrag;Ansatz 2025 Aufwand;Nachtrag 2025 "
            + "Aufwand;neuer Ansatz 2025 Aufwand\n1111;Büro;100;10;110;900;-50;850\n1121;Personal;0;0;0;50;5;55\n",
            "ertraege 2025 Plan 110; aufwendungen 2025 Plan 905"
        },
        {
            "zeros of SAP before accounts", "sap_2025.csv",
            "Profitcenter;Kostenart;Ist 2025\n0000001111;0041100000;-1000,00\n0000001111;0050100000;2000,00\n"
            + "0000001121;0050100000;900,50\n",
            "ertraege 2025 Ist 1000; aufwendungen 2025 Ist 2900,5"
        },
        {
            "blanks in the numbers of products", "leerzeichen.csv",
            "Produkt;Name;Ertrag 2025;Aufwand 2025\n11 11 01;Büro;12,5;318\n11 11 02;Personal;4;95\n",
            "ertraege 2025 Ist 16,5; aufwendungen 2025 Ist 413"
        },
        {
            "three lines for each product and for each group, named in the first", "uebersicht_2025.csv",
            "Haushalt 2025 (Beträge in TEUR);;;\nProdukt;;RE;Plan\nNr. und Name;Position;2023;2025\nPG 111 Steuerung;;;\n"
            + "11101 Kreistag;Erträge;0,0;0,0\n;Aufwendungen;412,7;441,5\n;Ergebnis;-412,7;-441,5\n"
            + "11102 Landrat;Erträge;12,5;10,0\n;Aufwendungen;651,2;671,0\n;Ergebnis;-638,7;-661,0\n"
            + "Summe PG 111;Erträge;12,5;10,0\n;Aufwendungen;1.063,9;1.112,5\n;Ergebnis;-1.051,4;-1.102,5\n",
            "ertraege 2023 Ist 12500; aufwendungen 2023 Ist 1063900; ertraege 2025 Plan 10000; aufwendungen 2025 Plan 1112500"
        },
        {
            "Kapitel and Titel of a Land", "einzelplan05.csv",
            "Einzelplan;Kapitel;Kapitelbezeichnung;Titel;Zweckbestimmung;Soll 2025 TEUR\n05;0501;Ministerium;111 01;Gebühren;"
                + "12,0\n"
            + "05;0501;Ministerium;422 01;Bezüge;8.410,5\n05;0510;Schulaufsicht;119 01;Einnahmen;1,5\n"
            + "05;0510;Schulaufsicht;812 01;Geräte;75,0\n",
            "ertraege 2025 Plan 13500; aufwendungen 2025 Plan 8485500"
        },
        {
            "product and account, signs as in SAP", "sachkonten-2025.csv",
            "Profitcenter;Kostenart;Text;Ist "
                + "2025\n1111;41000;Gebühren;-1.000,50\n1111;50100;Personal;2.000,00\n0117;50100;Personal;100,25\n"
            + "0117;91000;intern;7,00\n;;;1.106,75\n",
            "ertraege 2025 Ist 1000,5; aufwendungen 2025 Ist 2100,25"
        },
        {
            "income and expenses of several years, in thousands", "haushalt.csv",
            "Haushaltsplan;;;;;\nAngaben in T€;;;;;\nProdukt;Bezeichnung;Ergebnis 2023 Erträge;Ergebnis 2023 "
                + "Aufwendungen;Ansatz 2024 Erträge;"
            + "Ansatz 2024 Aufwendungen\n1111;Büro;12,5;-318,4;13,0;-320,0\n1121;Personal;4,0;-95,3;4,0;-99,0\nSumme;;16,5;"
                + "-413,7;17,0;-419,0\n",
            "ertraege 2023 Ist 16500; aufwendungen 2023 Ist 413700; ertraege 2024 Plan 17000; aufwendungen 2024 Plan 419000"
        },
        {
            "one form for each product, its number in the file's name", "teilergebnis_0102.csv",
            "Teilergebnisplan,,Ergebnis(€),Haushaltsansatz(€)\n,,2024,2025\n02,+ Zuwendungen,\"189.130,39\",200.000\n"
            + "10,= OrdentlicheErträge,\"494.750,88\",266.000\n17,= OrdentlicheAufwendungen,\"6.554.135,32\",6.284.230\n"
            + "18,= Ergebnis,\"6.059.384,44-\",6.018.230-\n",
            "ertraege 2024 Ist 494750,88; aufwendungen 2024 Ist 6554135,32; ertraege 2025 Plan 266000; aufwendungen 2025 Plan "
                + "6284230"
        },
        {
            "a form whose sums are called so", "plan_0102.csv",
            "Teilplan;;;\nin T€;;;\nNr.;Bezeichnung;Ergebnis 2024;Ansatz 2025\n1;Steuern;0;0\n10;Summe ordentliche "
                + "Erträge;100,5;110\n"
            + "11;Personalaufwendungen;300,25;310\n19;Summe ordentliche Aufwendungen;350,25;360\n20;Ordentliches "
                + "Ergebnis;-249,75;-250\n",
            "ertraege 2024 Ist 100500; aufwendungen 2024 Ist 350250; ertraege 2025 Plan 110000; aufwendungen 2025 Plan 360000"
        },
        {
            "no header, the account behind the product", "konten-2025.csv",
            "1101.4100;1101;Gebühren;10,50\n1101.5000;1101;Personal;20,75\n1102.5000;1102;Personal;1,25\n",
            "ertraege 2025 Ist 10,5; aufwendungen 2025 Ist 22"
        },
        {
            "words for income and expenses", "art.csv",
            "Produktnummer;Produktname;Jahr;Ertrag/Aufwand;Betrag\n1.1.1.01;Eins;2025;Ertrag;10,50\n1.1.1.01;Eins;2025;Aufwand;"
                + "20,75\n"
            + "1.1.1.02;Zwei;2024;Ertrag;1,00\n1.1.1.02;Zwei;2025;Aufwand;2,00\n",
            "ertraege 2024 Ist 1; ertraege 2025 Ist 10,5; aufwendungen 2025 Ist 22,75"
        },
        {
            "one row for the years above one for income and expenses", "zwei.csv",
            "Produkt;Bezeichnung;2024;;2025;\n;;Erträge;Aufwendungen;Erträge;Aufwendungen\n0101;Eins;1.000,00;2.000,00;1.100,"
                + "00;2.200,00\n"
            + "0102;Zwei;10,00;20,00;11,00;22,00\n",
            "ertraege 2024 Ist 1010; aufwendungen 2024 Ist 2020; ertraege 2025 Ist 1111; aufwendungen 2025 Ist 2222"
        },
        {
            "English numbers, separated by commas", "plan.csv",
            "Product,Produkt,Plan 2025 Ertrag,Plan 2025 Aufwand\nA,0101,\"1,000.50\",2000.25\nB,0102,10.00,20.00\n",
            "ertraege 2025 Plan 1010,5; aufwendungen 2025 Plan 2020,25"
        },
        {
            "a balance that is checked in each row", "saldo.csv",
            "Produkt;Name;Ertrag 2025;Aufwand 2025;Saldo 2025\n0101;Eins;10,00;-20,50;-10,50\n0102;Zwei;5,00;-6,00;-1,00\n",
            "ertraege 2025 Ist 15; aufwendungen 2025 Ist 26,5"
        },
        {
            "a journal without signs, Soll and Haben in a column", "journal-2025.csv",
            "HHJ;Kostenträger;Kostenträger-Bez.;Sachkonto;Betrag;S/H\n2025;12010100;Brandschutz;43210000;12.500,00;H\n"
            + "2025;12010100;Brandschutz;50110000;310.250,40;S\n2025;12010100;Brandschutz;52410000;120,00;H\n"
            + "2025;12020000;Rettung;43210000;804.000,50;H\n2025;12020000;Rettung;50110000;795.300,00;S\n",
            "ertraege 2025 Ist 816500,5; aufwendungen 2025 Ist 1105430,4"
        },
        {
            "lines of a form for each product, the sums among them", "teilergebnis.csv",
            "Produkt;Zeile;Bezeichnung;Ist 2024;Ansatz 2025\n12.01.01;2;Zuwendungen;12,5;13,0\n"
            + "12.01.01;10;Ordentliche Erträge;12,5;13,0\n12.01.01;11;Personalaufwendungen;310,3;318,0\n"
            + "12.01.01;17;Ordentliche Aufwendungen;315,3;323,0\n12.02.01;10;Ordentliche Erträge;1,0;1,5\n"
            + "12.02.01;11;Personalaufwendungen;20,3;21,0\n12.02.01;17;Ordentliche Aufwendungen;20,3;21,0\n",
            "ertraege 2024 Ist 13,5; aufwendungen 2024 Ist 335,6; ertraege 2025 Plan 14,5; aufwendungen 2025 Plan 344"
        },
        {
            "accounts of Baden-Württemberg: 3 and 4", "bw-2025.csv",
            "Produkt;Sachkonto;Betrag\n1110;31410000;-5,00\n1110;40110000;7,50\n1120;44310000;2,25\n",
            "ertraege 2025 Ist 5; aufwendungen 2025 Ist 9,75"
        },
        {
            "Infoma saldenliste Soll Haben columns", "saldenliste_2025.csv",
            "Kostenträger;Kostenträger Bezeichnung;Sachkonto;Sachkonto Bezeichnung;Soll 2025;Haben 2025\n1111"
            + ";Büro Landrat;41410000;Zuweisungen;0,00;12.500,00\n1111;Büro Landrat;50110000;Dienstaufwendungen"
            + ";310.250,40;120,00\n1121;Personal;44610000;Erstattungen;0,00;4.000,50\n1121;Personal;50110000;Di"
            + "enstaufwendungen;174.500,10;0,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 484630,5"
        },
        {
            "MACH booking list quarterly, posting dates", "buchungsliste_2025.csv",
            "Belegnr;Buchungsdatum;Kostenträger;Sachkonto;Buchungstext;Betrag\n4711;15.01.2025;1111;5011000;G"
            + "ehalt Januar;1.000,25\n4712;15.04.2025;1111;5011000;Gehalt April;1.000,25\n4713;16.04.2025;1121;"
            + "4411000;Miete;-1.500,00\n4714;17.04.2025;1121;5271000;Büromaterial;750,00\n",
            "ertraege 2025 Ist 1500; aufwendungen 2025 Ist 2750,5"
        },
        {
            "three header lines", "dreizeilig.csv",
            "Haushalt der Stadt X;;;;;\n;;Ergebnis;;Ansatz;\n;;2024;;2025;\nProdukt;Bezeichnung;Ertrag;Aufwan"
            + "d;Ertrag;Aufwand\n1111;Büro;60,00;200,00;70,00;210,00\n1121;Personal;40,00;100,00;40,00;110,00\n",
            "ertraege 2024 Ist 100; aufwendungen 2024 Ist 300; ertraege 2025 Plan 110; aufwendungen 2025 Plan"
            + " 320"
        },
        {
            "pivot products down, blank repeated labels", "pivot.csv",
            "Summe von Betrag;;Jahr\nProdukt;Sachkonto;2025\n1111;41410000;-12500\n;50110000;310250,4\n1111 E"
            + "rgebnis;;297750,4\n1121;44610000;-4000,5\n;50110000;174500,1\n1121 Ergebnis;;170499,6\nGesamterg"
            + "ebnis;;468250\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 484750,5"
        },
        {
            "pivot accounts across", "pivot3.csv",
            "Summe von Betrag 2025;Ertragsart;;\nProdukt;Erträge;Aufwendungen;Gesamtergebnis\n1111;60,5;200,2"
            + "5;260,75\n1121;40;100;140\nGesamtergebnis;100,5;300,25;400,75\n",
            "ertraege 2025 Ist 100,5; aufwendungen 2025 Ist 300,25"
        },
        {
            "VE rows among plan in column Wertart", "plan_ve.csv",
            "Produkt;Konto;Wertart;Betrag 2025\n1111;41;Ansatz;70,00\n1111;50;Ansatz;210,00\n1111;50;VE;500,0"
            + "0\n1121;44;Ansatz;40,00\n1121;50;Ansatz;110,00\n",
            "ertraege 2025 Plan 110; aufwendungen 2025 Plan 320"
        },
        {
            "Ist and Plan rows", "istplan.csv",
            "Produkt;Konto;Datenart;Jahr;Betrag\n1111;41;Ist;2025;100,00\n1111;50;Ist;2025;300,00\n1111;41;Pl"
            + "an;2025;110,00\n1111;50;Plan;2025;320,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300; ertraege 2025 Plan 110; aufwendungen 2025 Plan"
            + " 320"
        },
        {
            "months across without year, total", "monate2_2025.csv",
            "Produkt;Konto;Januar;Februar;Summe\n1111;41;10,00;11,00;21,00\n1111;50;30,00;31,00;61,00\n",
            "ertraege 2025-01 Ist 10; aufwendungen 2025-01 Ist 30; ertraege 2025-02 Ist 11; aufwendungen 2025"
            + "-02 Ist 31"
        },
        {
            "T€ in title below", "teuro.csv",
            "Haushaltsplan 2025 (Beträge in TEUR)\nProdukt;Bezeichnung;Erträge;Aufwendungen\n1111;Büro;70;210"
            + "\n1121;Personal;40;110\n",
            "ertraege 2025 Plan 110000; aufwendungen 2025 Plan 320000"
        },
        {
            "accounts with blanks", "blanks_2025.csv",
            "Produkt;Sachkonto;Bezeichnung;Betrag\n1111;41 41 000;Zuweisung;60,00\n1111;50 11 000;Personal;20"
            + "0,00\n1121;44 61 000;Erstattung;40,00\n1121;50 11 000;Personal;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "product number and name in one cell", "einezelle_2025.csv",
            "Produkt;Sachkonto;Betrag\n1111 Büro Landrat;4141000;60,00\n1111 Büro Landrat;5011000;200,00\n112"
            + "1 Personal;4461000;40,00\n1121 Personal;5011000;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "account number and text in one cell", "kontotext_2025.csv",
            "Produkt;Sachkonto;Betrag\n1111;4141000 Zuweisung;60,00\n1111;5011000 Personal;200,00\n1121;44610"
            + "00 Erstattung;40,00\n1121;5011000 Personal;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "product only in group rows", "gruppen_2025.csv",
            "Konto;Bezeichnung;Betrag 2025\nProdukt 1111 Büro;;\n4141000;Zuweisung;60,00\n5011000;Personal;20"
            + "0,00\nProdukt 1121 Personal;;\n4461000;Erstattung;40,00\n5011000;Personal;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "product once per group", "einmal_2025.csv",
            "Produkt;Konto;Betrag 2025\n1111;4141000;60,00\n;5011000;200,00\n1121;4461000;40,00\n;5011000;100"
            + ",00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "Ansatz + Nachtrag + Gesamtermächtigung columns", "ermaecht_2025.csv",
            "Produkt;Konto;Ansatz 2025;Nachtrag;Fortgeschriebener Ansatz\n1111;41;70,00;5,00;75,00\n1111;50;3"
            + "20,00;10,00;330,00\n",
            "ertraege 2025 Plan 75; aufwendungen 2025 Plan 330"
        },
        {
            "Unterabschnitt Gruppierung kameral", "kameral2_2025.csv",
            "Unterabschnitt;Gruppierung;Bezeichnung;Ansatz 2025\n0200;1300;Verkauf;70,00\n0200;4140;Vergütung"
            + "en;210,00\n0300;4140;Vergütungen;110,00\n",
            "ertraege 2025 Plan 70; aufwendungen 2025 Plan 320"
        },
        {
            "product account composite Buchungsstelle", "stelle_2025.csv",
            "Buchungsstelle;Bezeichnung;Ist 2025\n11.11.01/4141000;Zuweisung;60,00\n11.11.01/5011000;Personal"
            + ";200,00\n11.21.01/4461000;Erstattung;40,00\n11.21.01/5011000;Personal;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "Land accounts 6/7 Hessen", "hessen_2025.csv",
            "Produkt;Sachkonto;Bezeichnung;Ist 2025\n1111;5400000;Zuweisung;60,00\n1111;6200000;Personalaufwe"
            + "ndungen;200,00\n1121;5480000;Kostenerstattung;40,00\n1121;7100000;Zuweisungen;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "budget 4 years with Ansatz Finanzplan", "mittelfrist.csv",
            "Produkt;Sachkonto;Ansatz 2025;Planung 2026;Planung 2027\n1111;41;100;101;102\n1111;50;300;301;30"
            + "2\n",
            "ertraege 2025 Plan 100; aufwendungen 2025 Plan 300; ertraege 2026 Plan 101; aufwendungen 2026 Pl"
            + "an 301; ertraege 2027 Plan 102; aufwendungen 2027 Plan 302"
        },
        {
            "per-1000 inhabitants column", "jeew_2025.csv",
            "Produkt;Bezeichnung;Ertrag Plan 2025;Aufwand Plan 2025;Aufwand je Einwohner\n1111;Büro;70,00;210"
            + ",00;2,10\n1121;Personal;40,00;110,00;1,10\n",
            "ertraege 2025 Plan 110; aufwendungen 2025 Plan 320"
        },
        {
            "Zuschussbedarf only", "zuschuss_2025.csv",
            "Produkt;Bezeichnung;Zuschussbedarf Plan 2025\n1111;Büro;140,00\n1121;Personal;70,00\n",
            "ergebnis 2025 Plan -210"
        },
        {
            "Konto in words Ertrag/Aufwand in account type E/A", "ea_2025.csv",
            "Produkt;E/A;Betrag 2025\n1111;E;60,00\n1111;A;200,00\n1121;E;40,00\n1121;A;100,00\n",
            "ertraege 2025 Ist 100; aufwendungen 2025 Ist 300"
        },
        {
            "Jahr Quartal columns", "jq.csv",
            "Produkt;Konto;Jahr;Quartal;Betrag\n1111;41;2025;1;100,00\n1111;50;2025;1;300,00\n",
            "ertraege 2025-Q1 Ist 100; aufwendungen 2025-Q1 Ist 300"
        },
        {
            "totals row at the top labeled Kreis gesamt", "oben2_2025.csv",
            "Produkt;Bezeichnung;Ertrag Plan;Aufwand Plan\n;Landkreis gesamt;110,00;320,00\n1111;Büro;70,00;2"
            + "10,00\n1121;Personal;40,00;110,00\n",
            "ertraege 2025 Plan 110; aufwendungen 2025 Plan 320"
        },
        {
            "Vorjahr column without year", "vorjahr_2025.csv",
            "Haushaltsplan 2025\nProdukt;Konto;Ansatz Vorjahr;Ansatz 2025\n1111;41;100,00;110,00\n1111;50;300"
            + ",00;320,00\n",
            "ertraege 2024 Plan 100; aufwendungen 2024 Plan 300; ertraege 2025 Plan 110; aufwendungen 2025 Pl"
            + "an 320"
        },
        {
            "Ergebnis Vorvorjahr Ansatz Vorjahr Ansatz Haushaltsjahr", "hhj_2025.csv",
            "Haushaltsplan 2025\nProdukt;Konto;Ergebnis Vorvorjahr;Ansatz Vorjahr;Ansatz Haushaltsjahr\n1111;"
            + "41;90,00;100,00;110,00\n1111;50;290,00;300,00;320,00\n",
            "ertraege 2023 Ist 90; aufwendungen 2023 Ist 290; ertraege 2024 Plan 100; aufwendungen 2024 Plan "
            + "300; ertraege 2025 Plan 110; aufwendungen 2025 Plan 320"
        },
        {
            "Ansatz Ergebnis Abweichung", "abw_2025.csv",
            "Produkt;Konto;Ansatz 2025;Ergebnis 2025;Abweichung\n1111;41;110,00;100,00;-10,00\n1111;50;320,00"
            + ";300,00;-20,00\n",
            "ertraege 2025 Plan 110; aufwendungen 2025 Plan 320; ertraege 2025 Ist 100; aufwendungen 2025 Ist"
            + " 300"
        },
        {
            "settlements within the county among the accounts", "ilv_2025.csv",
            "Produkt;Sachkonto;Bezeichnung;Ist 2025\n0201;41410000;Zuweisungen;12500,50\n0201;48110000;Er"
            + "träge aus ILV;700,00\n0201;50110000;Dienstaufwendungen;310250,40\n0202;44610000;Mieten;4000,"
            + "00\n0202;50110000;Dienstaufwendungen;95300,00\n0202;58110000;Aufwendungen aus ILV;700,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "settlements within the county in Baden-Württemberg", "ilv_2025.csv",
            "Produkt;Sachkonto;Bezeichnung;Betrag 2025\n0201;38110000;Erträge aus internen Leistungen;700"
            + ",00\n0201;31410000;Zuweisungen;12500,50\n0201;40110000;Personalaufwendungen;310250,40\n0202;"
            + "34610000;Mieten;4000,00\n0202;40110000;Personalaufwendungen;95300,00\n0202;48110000;Aufwendu"
            + "ngen für interne Leistungen;700,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "Haushaltsstellen of both cameral budgets", "hhst_2025.csv",
            "Haushaltsstelle;Text;Betrag 2025\n0.0200.1100;Gebühren;12500,50\n0.0200.4100;Beamte;310250,4"
            + "0\n0.0300.1500;Mieten;4000,00\n0.0300.5100;Unterhalt;95300,00\n1.0200.3610;Zuweisung;99,00"
            + "\n1.0200.9350;Geräte;77,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "Haushaltsstelle beside its Unterabschnitt", "hhst_2025.csv",
            "UA;Haushaltsstelle;Text;Betrag 2025\n0200;0.0200.1100;Gebühren;12500,50\n0200;0.0200.4100;Be"
            + "amte;310250,40\n0300;0.0300.1500;Mieten;4000,00\n0300;0.0300.5100;Unterhalt;95300,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "Haushaltsstelle of two parts", "hhst_2025.csv",
            "Haushaltsstelle;Text;Betrag 2025\n0200.1100;Gebühren;12500,50\n0200.4100;Beamte;310250,40\n0"
            + "300.1500;Mieten;4000,00\n0300.5100;Unterhalt;95300,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "Haushaltsstelle with a slash", "hhst_2025.csv",
            "HH-Stelle;Betrag 2025\n0200/1100;12500,50\n0200/4100;310250,40\n0300/1500;4000,00\n0300/5100"
            + ";95300,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "product with points before its account", "pk_2025.csv",
            "Produktkonto;Betrag 2025\n11.11.01.414100;12500,50\n11.11.01.501100;310250,40\n11.12.01.4461"
            + "00;4000,00\n11.12.01.501100;95300,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "Buchungsstelle, which could be a number", "pk_2025.csv",
            "Buchungsstelle;Bezeichnung;Ist 2025\n1111.414100;Zuweisungen;12500,50\n1111.501100;Personal;"
            + "310250,40\n1121.446100;Mieten;4000,00\n1121.501100;Personal;95300,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "pivot in one column, accounts below products", "pivot_2025.csv",
            "Zeilenbeschriftungen;Summe von Betrag 2025\n1111 Büro Landrat;297749,9\n41410000;-12500,5\n5"
            + "0110000;310250,4\n1121 Personal;91300\n44610000;-4000\n50110000;95300\nGesamtergebnis;389049"
            + ",9\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "pivot in one column, accounts with names", "pivot_2025.csv",
            "Zeilenbeschriftungen;Summe von Betrag 2025\n1111 Büro Landrat;297749,9\n41410000 Zuweisungen"
            + ";-12500,5\n50110000 Dienstaufwendungen;310250,4\n1121 Personal;91300\n44610000 Mieten;-4000"
            + "\n50110000 Dienstaufwendungen;95300\nGesamtergebnis;389049,9\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "pivot in one column, words below products", "pivot_2025.csv",
            "Zeilenbeschriftungen;Summe von Betrag 2025\n1111 Büro Landrat;\nErtrag;12500,5\nAufwand;3102"
            + "50,4\n1121 Personal;\nErtrag;4000\nAufwand;95300\nGesamtergebnis;422050,9\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "pivot in one column, years across", "pivot_2025.csv",
            "Summe von Betrag;Spaltenbeschriftungen;\nZeilenbeschriftungen;2024;2025\n1111 Büro Landrat;2"
            + "98000;297749,9\n41410000;-12000;-12500,5\n50110000;310000;310250,4\n1121 Personal;91000;9130"
            + "0\n44610000;-4000;-4000\n50110000;95000;95300\nGesamtergebnis;389000;389049,9\n",
            "ertraege 2024 Ist 16000; aufwendungen 2024 Ist 405000; ertraege 2025 Ist 16500,5; aufwendung"
            + "en 2025 Ist 405550,4"
        },
        {
            "total above the header", "summe_2025.csv",
            "Haushalt 2025;;\nSumme;100,50;200,25\nProdukt;Ertrag;Aufwand\n0201;60,50;100,25\n0202;40,00;"
            + "100,00\n",
            "ertraege 2025 Ist 100,5; aufwendungen 2025 Ist 200,25"
        },
        {
            "total without a label above the header", "summe_2025.csv",
            ";;100,50;200,25\nProdukt;Name;Ertrag 2025;Aufwand 2025\n0201;Eins;60,50;100,25\n0202;Zwei;40"
            + ",00;100,00\n",
            "ertraege 2025 Ist 100,5; aufwendungen 2025 Ist 200,25"
        },
        {
            "nachrichtlich in rows without an account", "nachr_2025.csv",
            "Produkt;Konto;Bezeichnung;Betrag 2025\n0201;4141;Zuweisungen;12500,50\n0201;5011;Personal;31"
            + "0250,40\n0201;;nachrichtlich: Stellen;12,5\n0202;4461;Mieten;4000,00\n0202;5011;Personal;953"
            + "00,00\n0202;;nachrichtlich: Stellen;3,5\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "nachrichtlich below the table", "nachr_2025.csv",
            "Produkt;Name;Ertrag 2025;Aufwand 2025\n0201;Eins;60,50;100,25\n0202;Zwei;40,00;100,00\nSumme"
            + ";;100,50;200,25\nnachrichtlich: Vorjahr;;90,00;190,00\n",
            "ertraege 2025 Ist 100,5; aufwendungen 2025 Ist 200,25"
        },
        {
            "nachrichtlich beside an account", "nachr_2025.csv",
            "Produkt;Konto;Bezeichnung;Betrag 2025\n0201;4141;Zuweisungen;12500,50\n0201;5011;Personal;31"
            + "0250,40\n0201;5012;nachrichtlich: davon Beamte;100,00\n0202;4461;Mieten;4000,00\n0202;5011;P"
            + "ersonal;95300,00\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "Haushaltsstellen that begin with 1 and 2", "hhst_2025.csv",
            "Haushaltsstelle;Text;Betrag 2025\n1.0200.1100;Gebühren;12500,50\n1.0200.4100;Beamte;310250,4"
            + "0\n2.0200.3610;Zuweisung;99,00\n",
            "ertraege 2025 Ist 12500,5; aufwendungen 2025 Ist 310250,4"
        },
        {
            "pivot in one column, a product that begins like an account", "pivot_2025.csv",
            "Zeilenbeschriftungen;Summe von Betrag 2025\n4111 Gesundheit;297749,9\n41410000 Zuweisungen;-"
            + "12500,5\n50110000 Dienstaufwendungen;310250,4\n5121 Umwelt;91300\n44610000 Mieten;-4000\n501"
            + "10000 Dienstaufwendungen;95300\nGesamtergebnis;389049,9\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "pivot in one column, products with points", "pivot_2025.csv",
            "Zeilenbeschriftungen;Summe von Betrag 2025\n11.11.01 Büro Landrat;297749,9\n414100 Zuweisung"
            + "en;-12500,5\n501100 Dienstaufwendungen;310250,4\n11.21.01 Personal;91300\n446100 Mieten;-400"
            + "0\n501100 Dienstaufwendungen;95300\nGesamtergebnis;389049,9\n",
            "ertraege 2025 Ist 16500,5; aufwendungen 2025 Ist 405550,4"
        },
        {
            "rows of parts", "davon_2025.csv",
            "Produkt;Bezeichnung;Ertrag 2025;Aufwand 2025\n0201;Eins;60,50;100,25\n0201;davon Personal;0,"
            + "00;90,00\n0202;Zwei;40,00;100,00\n",
            "ertraege 2025 Ist 100,5; aufwendungen 2025 Ist 200,25"
        },
        {
            "years before the words of a header", "kopf_2025.csv",
            "Produkt;Name;2024 Ertrag;2024 Aufwand;2025 Ertrag;2025 Aufwand\n0201;Eins;50,00;100,00;60,50"
            + ";100,25\n0202;Zwei;40,00;90,00;40,00;100,00\n",
            "ertraege 2024 Ist 90; aufwendungen 2024 Ist 190; ertraege 2025 Ist 100,5; aufwendungen 2025 "
            + "Ist 200,25"
        },
        {
            "budget report in the year, Teilhaushalt before the product", "budgetbericht_2025_q3.csv",
            "Budgetbericht zum 30.09.2025;;;;;;;\nBeträge in T€;;;;;;;\nTeilhaushalt;Produkt;Ertrags-/Auf"
            + "wandsart;E/A;Ansatz 2025;üpl./apl. Mittel;Ist 30.09.2025;Prognose 31.12.2025\n02 Sicherheit "
            + "und Ordnung;12.6.01.01 Brandschutz;Zuweisungen;E;120,0;;95,4;125,0\n02 Sicherheit und Ordnun"
            + "g;12.6.01.01 Brandschutz;Gebühren;E;80,5;;61,2;82,0\n02 Sicherheit und Ordnung;12.6.01.01 Br"
            + "andschutz;Personal;A;640,0;;472,8;655,0\n02 Sicherheit und Ordnung;12.6.01.01 Brandschutz;Sa"
            + "chaufwand;A;210,0;15,0;188,1;232,0\n02 Sicherheit und Ordnung;12.7.02.01 Rettungsdienst;Entg"
            + "elte;E;2.310,0;;1.702,9;2.300,0\n02 Sicherheit und Ordnung;12.7.02.01 Rettungsdienst;Persona"
            + "l;A;1.890,0;;1.401,5;1.910,0\n02 Sicherheit und Ordnung;12.7.02.01 Rettungsdienst;Sachaufwan"
            + "d;A;505,0;;377,0;498,0\n02 Sicherheit;Summe Teilhaushalt 02;;;-734,5;15,0;-579,9;-788,0\n03 "
            + "Schulen;21.1.01.01 Grundschulen;Zuweisungen;E;44,0;;30,0;44,0\n03 Schulen;21.1.01.01 Grundsc"
            + "hulen;Personal;A;318,0;;236,4;320,0\n03 Schulen;Summe Teilhaushalt 03;;;-274,0;;-206,4;-276,"
            + "0\n;Gesamt;;;-1.008,5;15,0;-786,3;-1.064,0\n",
            "ertraege 2025 Plan 2554500; aufwendungen 2025 Plan 3563000; ertraege 2025-Q3 Ist 1889500; au"
            + "fwendungen 2025-Q3 Ist 2675800; ertraege 2025 Prognose 2551000; aufwendungen 2025 Prognose 3"
            + "615000"
        },
        {
            "headings in a column of line numbers, sums of each product", "haushaltsplan thh 5 soziales.csv",
            "Landkreis Musterland;;;;;;\nHaushaltsplan 2026, Teilhaushalt 5 Soziales;;;;;;\n;;;;;;\nLfd.;"
            + "Bezeichnung;Ergebnis;Ansatz;Ansatz;Planung;Planung\nNr.;;2024;2025;2026;2027;2028\n;;EUR;EUR"
            + ";EUR;EUR;EUR\nProdukt 31.1.01 Hilfe zum Lebensunterhalt;;;;;;\n01;Zuweisungen und Zuschüsse;"
            + "120.000;125.000;126.000;127.000;128.000\n02;sonstige Erträge;8.450;9.000;9.000;9.000;9.000"
            + "\n03;Summe der Erträge;128.450;134.000;135.000;136.000;137.000\n04;Personalaufwendungen;310."
            + "250;318.000;325.000;331.000;338.000\n05;Transferaufwendungen;1.204.300;1.250.000;1.275.000;1"
            + ".300.000;1.326.000\n06;Summe der Aufwendungen;1.514.550;1.568.000;1.600.000;1.631.000;1.664."
            + "000\n07;Saldo;-1.386.100;-1.434.000;-1.465.000;-1.495.000;-1.527.000\nProdukt 36.3.02 Hilfen"
            + " zur Erziehung;;;;;;\n01;Zuweisungen und Zuschüsse;440.000;450.000;455.000;460.000;465.000"
            + "\n02;sonstige Erträge;;;;;\n03;Summe der Erträge;440.000;450.000;455.000;460.000;465.000\n04"
            + ";Personalaufwendungen;210.000;214.000;219.000;224.000;229.000\n05;Transferaufwendungen;5.204"
            + ".300;5.350.000;5.475.000;5.500.000;5.626.000\n06;Summe der Aufwendungen;5.414.300;5.564.000;"
            + "5.694.000;5.724.000;5.855.000\n07;Saldo;-4.974.300;-5.114.000;-5.239.000;-5.264.000;-5.390.0"
            + "00\n",
            "ertraege 2024 Ist 568450; aufwendungen 2024 Ist 6928850; ertraege 2025 Plan 584000; aufwendu"
            + "ngen 2025 Plan 7132000; ertraege 2026 Plan 590000; aufwendungen 2026 Plan 7294000; ertraege "
            + "2027 Plan 596000; aufwendungen 2027 Plan 7355000; ertraege 2028 Plan 602000; aufwendungen 20"
            + "28 Plan 7519000"
        },
        {
            "sums of all products below the last", "haushaltsplan 5.csv",
            "Nr.;Bezeichnung;Ergebnis 2024\nProdukt 31.1.01 Hilfe;;\n01;Gebühren;100\n01;Summe der Erträg"
            + "e;100\n02;Summe der Aufwendungen;300\nProdukt 36.3.02 Jugend;;\n01;Gebühren;200\n01;Summe de"
            + "r Erträge;200\n02;Summe der Aufwendungen;400\nTeilhaushalt gesamt;;\n01;Summe der Erträge;30"
            + "0\n02;Summe der Aufwendungen;700\n",
            "ertraege 2024 Ist 300; aufwendungen 2024 Ist 700"
        },
        {
            "booked up to the day of the title", "budget_juli.csv",
            "Budgetbericht zum 31.07.2025;;;\nProdukt;Konto;Ist\n1111;4141;100,00\n1111;5011;300,00\n",
            "ertraege 2025-07 Ist 100; aufwendungen 2025-07 Ist 300"
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void ProposedProfile_ReadsTheFile_AsAPersonWould(string what, string name, string file, string expected)
    {
        var proposal = Propose(Encoding.UTF8.GetBytes(file), name);
        var text = $"{what}:\n{TextOf(proposal)}";
        Assert.True(proposal.File is not null && !proposal.Findings.HasErrors(), text);
        foreach (var sum in expected.Split("; "))
            Assert.True(SumsOf(proposal, name, file).Contains(sum),
                $"{sum} is missing. {text}\n{string.Join('\n', SumsOf(proposal, name, file))}");
        Assert.Equal(expected.Split("; ").Length, SumsOf(proposal, name, file).Count);
    }

    [Fact]
    public void Workbook_IsReadThroughItsProposedProfile()
    {
        var book = Workbook.Of(Row(1, "Produkt", "Name", "Ertrag 2025", "Aufwand 2025") + Row(2, "0101", "Eins", 10.5m, 20.75m)
            + Row(3, "0102", "Zwei", 1m, 2m));
        var proposal = Propose(book, "haushalt.xlsx");
        Assert.True(proposal.File is not null && !proposal.Findings.HasErrors(), TextOf(proposal));
        Assert.Contains("  ertraege, Jahr 2025, Ist: 2 Produkte, Summe 11,5", proposal.Lines);
    }

    [Fact]
    public void Proposal_SaysWhatItGuessed_AndWhatIsNotRead()
    {
        var proposal = Propose(
            Encoding.UTF8.GetBytes("Produkt;Name;Fläche;Ertrag;Aufwand\n0101;Eins;7;1.500;2.500\n0102;Zwei;8;1.000;2.000\n"),
            "plan.csv");
        Assert.Contains("den Zeitraum nennt die Datei nicht", TextOf(proposal), StringComparison.Ordinal);
        Assert.Contains("15.000 sind fünfzehntausend", TextOf(proposal), StringComparison.Ordinal);
        Assert.Contains("Nicht gelesene Spalten: Fläche", proposal.Lines);
    }

    [Theory]
    [InlineData("nur Text\nohne Zahlen\n", "PR-2141")]
    [InlineData("", "PR-1001")]
    public void FileWithoutAmounts_GetsNoProfile(string file, string code)
    {
        var proposal = Propose(Encoding.UTF8.GetBytes(file), "brief.csv");
        Assert.Null(proposal.File);
        Assert.Equal(code, Assert.Single(proposal.Findings).Code);
    }

    [Fact]
    public void ProfileThatIsThere_ReadsTheFile_AndNothingIsProposed()
    {
        var file = "Produkt;Sachkonto;Betrag 2025\n1110;41410000;5,00\n1110;50110000;7,50\n"u8.ToArray();
        var first = ProfileProposal.Of(file, "konten-2025.csv", [], 2025);
        var changed = first.File! with
        {
            Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(first.File.Content.Span).Replace("\"4*\"", "\"41*\"",
                StringComparison.Ordinal)),
        };
        var again = ProfileProposal.Of(file, "konten-2025.csv", [changed], 2025);
        Assert.False(first.IsPresent);
        Assert.True(again.IsPresent);
        Assert.Same(changed, again.File);
        Assert.Equal(first.Lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)),
            again.Lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)));
        Assert.DoesNotContain(again.Findings, finding => finding.Code == "PR-2013");
    }

    private static string Row(int line, params object[] cells) =>
        $"<row r=\"{line}\">{string.Concat(cells.Select((cell, column) => Cell($"{(char)('A' + column)}{line}", cell)))}</row>";

    private static string Cell(string place, object content) => content is decimal number
        ? FormattableString.Invariant($"<c r=\"{place}\"><v>{number}</v></c>")
        : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{content}</t></is></c>";

    private static ProfileProposal Propose(byte[] content, string name) => ProfileProposal.Of(content, name, [], 2025);

    private static string TextOf(ProfileProposal proposal) =>
        $"{(proposal.File is { } file ? Encoding.UTF8.GetString(file.Content.Span) : "")}{string.Join('\n', proposal.Lines)}\n"
        + string.Join('\n', proposal.Findings.Select(finding => $"{finding.Code} {finding.Text}"));

    private static HashSet<string> SumsOf(ProfileProposal proposal, string name, string file)
    {
        var catalogues = CatalogueReader.Read([.. ProfileProposal.Usable([], 2025), proposal.File!]).Catalogues;
        var delivery = Example.Read(Encoding.UTF8.GetBytes(file), $"kaemmerei/{name}", catalogues).Delivery;
        return [.. delivery!.Values.GroupBy(value => (value.Address.Figure, value.Period, value.Scenario)).Select(series =>
            string.Create(CultureInfo.InvariantCulture,
                $"{series.Key.Figure} {series.Key.Period} {ScenarioOf(series.Key.Scenario)} "
                + $"{series.Sum(value => value.Value):0.####}")
                .Replace('.', ','))];
    }

    private static string ScenarioOf(Periods.Scenario scenario) => scenario switch
    {
        Periods.Scenario.Plan => "Plan",
        Periods.Scenario.Forecast => "Prognose",
        _ => "Ist",
    };
}

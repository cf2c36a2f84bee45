package koalens.engine.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import koalens.engine.knowledge.Status;
import koalens.engine.parsing.ParsingLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands beside a word, a list or its heading, and which of it is said of what.
class LabelSurroundingsTest {
  private static final LabelEngine ENGINE = LabelEngine.standard(ParsingLimits.STANDARD);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sugar, animal and vegetable fats, salt",
        "sugar, animal/vegetable rennet, salt",
        "socker, animaliskt eller vegetabiliskt fett, salt",
        "sukker, animalske og vegetabilske fedtstoffer, salt",
        "sukker, animalsk/vegetabilsk fett, salt",
        "Zucker, tierische und pflanzliche Fette, Salz",
        "sucre, graisses végétales ou animales, sel",
        "azúcar, grasa vegetal o animal, sal",
        "zucchero, grassi vegetali o animali, sale",
        "suiker, dierlijke en plantaardige vetten, zout",
        "cukier, tłuszcz roślinny lub zwierzęcy, sól"
      })
  void hearsTheAnimalBesideThePlantThatOneNounIsSaidOf(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Woda, cukier, regulator kwasowości - kwas cytrynowy, sól",
        "Woda, emulgator – lecytyna sojowa, sól",
        "Water, preservative - E211, 202, salt"
      })
  void readsADashBehindAnAdditiveClassAsItsColon(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @Test
  void findsTheInsectBehindTheDashOfItsClass() {
    assertThat(status("Water, colour - 120, salt")).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zucker, modi-\nfizierte Stärke, Salz",
        "Socker, vege-\ntabilisk olja, salt",
        "suiker, gemodi-\nficeerd zetmeel, zout",
        "sugar, ba-\nking powder, salt"
      })
  void mendsAWordTornAtTheEndOfALineThatIsKnownInANameOnly(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredienser: durumvete, vatten.\nNO: Pasta. Ingredienser: durumhvete, vann.",
        "Ingredienser: kakaomassa, socker.\nFI Tumma suklaa. Ainesosat: kaakaomassa, sokeri",
        "Ingredienser: kakaomassa, socker.\nTumma suklaa\nAinesosat: kaakaomassa, sokeri"
      })
  void takesTheNameBeforeTheHeadingOfAnotherLanguageForNoIngredient(String text) {
    assertThat(status(text)).isEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ingredients: sugar, salt. Butter, milk. Ingredients: sugar",
        "Ingredients: sugar, salt. Filling: butter. Ingredients: sugar",
        "Ingredients: sugar, salt. Coating: milk chocolate\nIngredients: sugar",
        "Pasta (egg, milk). Ingredients: sugar, salt"
      })
  void losesNoIngredientThatStandsBeforeAHeading(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  // Each came out vegan while the phrases around lists grew: found by reading them as an adversary.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Contains soya, source of fibre, milk.",
        "Contains soya - source of fibre - milk",
        "Contains soya (source of fibre, egg).",
        "Contains cocoa, product of Ghana, milk.",
        "Innehåller soja, tillverkad i Sverige, mjölk.",
        "Contains wheat, packed in Ireland, and milk.",
        "Bevat: cacao, met zoetstoffen, melkpoeder.",
        "Zutaten: Kakao. Enthält: Soja, davon Zucker, Milch.",
        "Ingredients: sugar, salt. Allergens: including cereals containing gluten, milk.",
        "Ingredienser: kakao. Innehåller: se ingredienser i fet stil: mjölk.",
        "Innehåller: vetemjöl, för stekning rapsolja, mjölk.",
        "Zutaten: Hafer. Allergene gemäß Verordnung Anhang II: Milch",
        "Ingredienser: havre, socker. Allergener enligt förordning bilaga två: mjölk.",
        "Ingrediënten: haver, suiker. Allergenen volgens verordening bijlage twee: melk.",
        "Składniki: owies, cukier. Alergeny zgodnie rozporządzeniem załącznik drugi: mleko.",
        "Ingredients: oats, sugar. Contains unusual foreign sauce blendix (fish, egg), salt.",
        "Ingredients: oats. Contains tejpor tojáspor savópor.",
        "Ingredients: oats. Contains xaq yeq zoq vitamin D3.",
        "Ingredients: salt. Milk. Ingredients: oats.",
        "Ingredients: sugar, cocoa.\nMilk chocolate\nIngredients: sugar, palm oil",
        "Ingredients: Water. Sugar. Milk. Ingredienser: Vand. Sukker.",
        "Zutaten: Mehl, Salz. Milch. Zutaten Soße: Wasser.",
        "Ingredients: salt. Milk and egg. Ingredients: oats.",
        "Ingredients: sugar, cocoa. Milk/egg/fish. Ingredienser: sukker.",
        "Ingredients: sugar, cocoa.\nMILK\nEGGS\nINGREDIENSER: sukker",
        "Zutaten: Salz. Honig. Zutaten aus biologischem Anbau.",
        "Składniki: cukier, sól. Miód. Składniki ekologiczne.",
        "Ingredientes: azúcar, sal. Miel. Ingredientes ecológicos.",
        "Ingredienser: socker, salt. Honung. Ingredienser från EU.",
        "Ingredients: sugar, cocoa. Milk. Ingredients of UK origin.",
        "Ingredients: salt. Fat: lard. Ingredients: oats.",
        "Ingredients: salt. Egg: milk. Ingredients: oats.",
        "Ingredients: oats, source of protein: whey",
        "Zutaten: Hafer, Proteinquelle: Molkenpulver, Salz",
        "Ingrédients: avoine, source de protéines: lait",
        "Ingredients: sugar, preparation mix: milk powder, salt.",
        "Ingredients: rice, for allergens: milk",
        "Zutaten: Reis, zum Würzen: Butter, Salz",
        "Ingredienser: ris, till stekning: smör, salt",
        "Ainesosat: riisi, paistamiseen: voi, suola",
        "Składniki: woda, porcja: mleko",
        "Ingredienti: riso, per il condimento: burro, parmigiano",
        "Ingredientes: arroz, alternativa vegetal: caseína, sal",
        "Ingrédients: riz, produit cru: viande, sel",
        "Ingredients: oats. Source of protein: milk.",
        "Zutaten: Hafer, Zucker. Hoher Proteingehalt durch Milcheiweiß.",
        "Ingrediënten: suiker, zout. Rijk aan vezels en melk.",
        "Ingredients: oats. Origin of ingredients: milk UK.",
        "Zutaten: Reis. Herkunft der primären Zutat: Milch.",
        "Ingrédients: riz. Origine des ingrédients: lait France.",
        "Ingredients: oats. Contains negligible amounts of milk.",
        "Ingredients: cocoa. Contains small parts of egg.",
        "Ingredients: oats, sugar. For allergens: milk, egg.",
        "Ingrédients: eau, sucre. Boisson pasteurisée à base de lait.",
        "Ingrédients: eau, sucre. Produit cru à base de lait.",
        "Ingrédients: eau, sucre. Prêt à l'emploi, crème, oeufs.",
        "Ingredienti: zucchero, sale. Alternativa vegetale al formaggio, con caseina di latte.",
        "Ainesosat: kaura, sokeri. Herkullinen maitosuklaa, kerma.",
        "Ingrediënten: haver. Vezelrijk met honing en melk.",
        "Ingrediënten: haver. Op steen gebakken met boter.",
        "Ingredients: oats. To preserve the natural flavour, egg white.",
        "Składniki: cukier, sól. Porcja: mleko, jaja.",
        "Ingredienti: avena, zucchero. Film: latte",
        "Ingredienser: havre, socker.\nKartong: mjölk, ägg",
        "Ingredienser: havre, socker. Bottensats av ägg, mjölk.",
        "Ingredients\noats\nsource of protein\nwhey",
        "Składniki\ncukier\nporcja\nmleko",
        "Ainekset\nsokeri\nherkullinen maitosuklaa\nkerma",
        "Ainekset:\nSokeri\nLeivontaan tarkoitettu margariini\nMaito",
        "Ingrédients:\neau\nproduit cru\nlait",
        "Ingrediënten:\nhaver\nop steen gebakken brood\nboter",
        "Ingredients: oats. Contains neither nuts nor soya but milk.",
        "Ingredients: rice. Contains neither sugar nor sweeteners, only honey.",
        "Zutaten: Hafer. Weder Zucker noch Sirup, sondern Honig.",
        "Zutaten: Hafer, Zucker. Enthält weder Nüsse noch Gluten, aber Milch.",
        "Ingredienser: socker, salt. Innehåller varken nötter eller gluten, men mjölk.",
        "Ingrediënten: suiker, zout. Bevat noch gluten noch soja maar melk.",
        "Ingredients: oats. Contains no nuts but milk.",
        "Zutaten: Hafer. Enthält keine Nüsse, aber Milch.",
        "Zutaten: Tomate, Salz, auf der auch Käse",
        "Ingredients: sugar. Liquorice sweets.",
        "Ingredienser: socker, kakao. Lakrits.",
        "Ingredienser: socker. Godis: socker, lakritsgodis.",
        "Ingredienti: acqua, sale, grattugiato",
        "Zutaten: Reis. Nicht zur veganen Ernährung geeignet.",
        "Zutaten: Zucker, Salz. Nicht für die vegane Ernährung geeignet.",
        "Zutaten: Reis. Nicht geeignet für vegane Ernährung.",
        "Oats. Allergens: see ingredients in bold\nMILK",
        "Ingredients: cocoa. Allergens: see ingredients in bold: milk.",
        "Ingredients: cocoa. Allergens: see ingredients, milk.",
        "Ingredients: cocoa. Allergens: see ingredients - milk.",
        "Ingredients: cocoa. Allergens: for allergens see milk, egg.",
        "Ingredienser: kakao. Allergener, se ingredienser i fet stil: mjölk, ägg."
      })
  void losesNothingOfTheFoodBehindWhatIsSaidAroundAList(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sugar, vegetable oil (palm, rape) whey powder, salt",
        "socker, kryddor (peppar, chili) honung, salt",
        "zout, koekkruiden (kaneel, kruidnagel) honing 1 %",
        "sucre, épices (poivre, piment) miel, sel",
        "sucre, épices (poivre) miel, sel",
        "cukier, przyprawy (pieprz, chili) miód, sól",
        "sokeri, mausteet (pippuri, chili) hunaja, suola",
        "surhetsregulerende middel (melkesyre, sitronsyre)\nMYSEPULVER"
      })
  void findsTheAnimalBehindABracketWhoseCommaWasLost(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salt, flavour enhancers (E621 E627 E631)",
        "sugar, emulsifiers (E322 E471), salt",
        "water, rapeseed oil salt sugar natural flavouring pepper"
      })
  void keepsTheDoubtAboutOneOfManyWhoseCommasWereLost(String text) {
    assertThat(status(text)).isEqualTo(Status.MAYBE_VEGAN);
  }

  @Test
  void guessesAtNothingBehindABracketWhoseCommaWasLost() {
    assertThat(status("salt, spices (pepper, chili) xyzzy")).isEqualTo(Status.UNKNOWN);
    assertThat(status("vegetable (sunflower, palm) oil, salt")).isEqualTo(Status.VEGAN);
  }

  // The same word tells the cook to do something in one language, and heads a part in another.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HVETEMEL, vann, salt. Fyll: OST, skinke",
        "Vetemjöl, vatten, salt. Stek: nötkött, salt",
        "Flour, salt. Mix: milk powder, salt.",
        "Mehl, Salz, Zucker. Weitere Zutaten: Butter, Milch.",
        "Butter, Milch, Zucker. Weitere Zutaten: Salz, Wasser",
        "Mehl, Salz. Unsere Milch kommt aus Bayern.",
        "Bloem, zout. Inhoud: melk, boter.",
        "Harina, sal. Contenido: leche, sal."
      })
  void takesNoPartOfTheFoodForDirections(String text) {
    assertThat(status(text)).isEqualTo(Status.NON_VEGAN);
  }

  // Found by a second adversary: commas and full stops lost, numbers torn, denials that reach too
  // far, words of the package that are words of the food.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zutaten: Lachs (80%) Gewürze, Salz",
        "Ingredients: chicken 80% spices",
        "Ingredienser: ägg 5% kryddor, salt",
        "especias 10% pollo, sal",
        "przyprawy 10% kurczak, sól",
        "Ingredienser: ris 60% mjölk, salt",
        "Zutaten: Haselnüsse (13%) Milchpulver, Salz",
        "Zutaten: Weizenmehl 13% Käse, Salz",
        "Ingredients: oats 50 g cream 10 g",
        "Ingredients: oats milk salt",
        "Zutaten: Hafer (12%) Sahne (3%) Salz",
        "Zutaten: Weizenmehl Milch Zucker",
        "Ingredients: wheat flour (gluten) milk, salt",
        "Ingredienser: vetemjöl (utan tillsatt socker) mjölk, salt",
        "Ingredients: sugar (vegan) beef, salt",
        "Zutaten: Zucker (vegan) Gelatine, Salz",
        "Zutaten: Öl (pflanzlich) Butter, Salz",
        "Ingredients: flour, rice‚ milk, salt",
        "Ingredients: sugar, E no. 120",
        "Zutaten: Zucker, E-Nr. 904",
        "Ingredienser: socker, E-nr 120",
        "Ingrédients: sucre, E n°120",
        "Ingredientes: azúcar, E nº 120",
        "Ingredienser: socker, E 100 120",
        "Ingredients: sugar, E903 901",
        "Ingredients: sugar, E 1 2 0, salt",
        "Ingredienser: vetemjöl, utan tillsatser kyckling",
        "Ingredienser: hvedemel, uden tilsætningsstoffer mælk",
        "Składniki: mąka, bez dodatków mleko",
        "Ingredients: flour. May contain nuts Contains milk",
        "Ingredienser: mjöl. Kan innehålla nötter Innehåller mjölk",
        "Ingredienser: mjöl. Kan innehålla nötter\nFyllning: mjölk, ägg",
        "Zutaten: Mehl. Kühl lagern\nFüllung: Milch, Ei",
        "Ingrédients : Lot 1 : farine de blé. Lot 2 : lait.",
        "Ingredienti: Confezione 1: farina. Confezione 2: latte.",
        "Zutaten: Mehl. Herkunft Milch: Deutschland",
        "Ingredients: flour. Origin: British milk",
        "Ingredientes: sal. Denominación: queso de oveja",
        "Ingredientes: arroz. Preparación láctea: leche, nata",
        "Zutaten: Reis. Zubereitung aus Milch, Ei",
        "Zutaten: Mehl, Salz. Milchhaltig.",
        "Ingredients: flour. Made with fresh cream from grassfed Jersey cows.",
        "Składniki: mąka. Źródło białka, mleko, sól"
      })
  void losesNoAnimalWhereASeparatorIsMissingOrAWordHasTwoMeanings(String text) {
    assertThat(status(text)).isNotEqualTo(Status.VEGAN);
  }

  @Test
  void neverTakesAStatementForTheListItStandsBeside() {
    assertThat(status("Ingredienser: socker, salt. Innehåller lakrits.")).isEqualTo(Status.VEGAN);
    assertThat(status("Ingredienser: socker, lakrits.")).isNotEqualTo(Status.VEGAN);
    assertThat(status("Innehåller lakrits.")).isNotEqualTo(Status.VEGAN);
  }

  @Test
  void findsTheAnimalThoughTheSameListFollowsInALanguageNobodyHereReads() {
    String czech =
        "Želé bonbóny. Glukózový sirup, cukr, vepřová želatina, dextróza, koncentrovaná ovocná"
            + " šťáva (jablko, malina), kyselina: kyselina citronová, ovocno-rostlinné koncentráty"
            + " (světlice, spirulina, ibišek), leštící látka: karnaubský vosk.";

    assertThat(status("Syrop glukozowy, cukier, żelatyna wieprzowa, dekstroza.\n" + czech))
        .isEqualTo(Status.NON_VEGAN);
  }

  private static Status status(String text) {
    return ENGINE.judgeText(text).verdict().status();
  }
}

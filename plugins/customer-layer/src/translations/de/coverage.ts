/** `coverageMessages.ts` in German. */
export const coverage = {
  'coverage.title': 'Kundenabdeckung',
  'coverage.subtitle':
    'Wie viel im Katalog Kunden und Betriebsteams hat, und wo anzufangen ist',
  'coverage.view.label': 'Ansichten der Abdeckung',
  'coverage.view.overview': 'Abdeckung',
  'coverage.view.gaps': 'Was noch fehlt',
  'coverage.view.assigned': 'Zugewiesen',
  'coverage.view.assigners': 'Regeln und Aliasse',
  'coverage.aspect.label': 'Worum es geht',
  'coverage.aspect.economic': 'Wirtschaftlicher Kunde',
  'coverage.aspect.internal': 'Interner Kunde',
  'coverage.aspect.operations': 'Betriebsteam',
  'coverage.figures.title': 'Wie viel abgedeckt ist',
  'coverage.figures.economic': 'Haben einen wirtschaftlichen Kunden',
  'coverage.figures.internal': 'Haben einen internen Kunden',
  'coverage.figures.operations': 'Haben ein angegebenes Betriebsteam',
  'coverage.figures.any':
    '{{covered}} von {{entities}} Einträgen haben mindestens eine Art von Kunden.',
  'coverage.figures.of': '{{covered}} von {{entities}} Einträgen',
  'coverage.figures.empty':
    'Der Katalog enthält keine Komponente, keine API, keine Ressource, kein System und keine Domäne; es gibt also noch nichts abzudecken.',
  'coverage.counted.declared': '{{number}} angegeben',
  'coverage.counted.inherited': '{{number}} geerbt',
  'coverage.counted.derived': '{{number}} abgeleitet',
  'coverage.counted.part': '{{number}} über Teile',
  'coverage.counted.consumer': '{{number}} nur nutzende Teams',
  'coverage.counted.assumed': '{{number}} nur ein angenommener Eigentümer',
  'coverage.counted.nobody': '{{number}} zu Recht niemand',
  'coverage.counted.none': '{{number}} ohne',
  'coverage.waiting.yes':
    'Der Katalog nimmt die Änderung auf. Die Zahlen folgen in Sekunden…',
  'coverage.waiting.over':
    'Die Zahlen haben sich noch nicht geändert. Vielleicht ist der Katalog beschäftigt; in einer Minute noch einmal nachsehen.',
  'coverage.waiting.look': 'Noch einmal nachsehen',
  'coverage.course.title': 'Verlauf',
  'coverage.course.chart':
    'Linien des Anteils der Einträge mit wirtschaftlichem Kunden, internem Kunden und angegebenem Betriebsteam im Verlauf der Zeit; die Zahlen stehen in der Tabelle',
  'coverage.course.up_one':
    'Der Anteil der Einträge mit einem Kunden ist seit {{since}} um {{count}} Prozentpunkt gestiegen, von {{from}} auf {{to}}.',
  'coverage.course.up_other':
    'Der Anteil der Einträge mit einem Kunden ist seit {{since}} um {{count}} Prozentpunkte gestiegen, von {{from}} auf {{to}}.',
  'coverage.course.down_one':
    'Der Anteil der Einträge mit einem Kunden ist seit {{since}} um {{count}} Prozentpunkt gefallen, von {{from}} auf {{to}}.',
  'coverage.course.down_other':
    'Der Anteil der Einträge mit einem Kunden ist seit {{since}} um {{count}} Prozentpunkte gefallen, von {{from}} auf {{to}}.',
  'coverage.course.level':
    'Der Anteil der Einträge mit einem Kunden ist {{to}}, wie schon am {{since}}.',
  'coverage.course.one':
    'Seit die Abdeckung zum ersten Mal gemessen wurde, hat sich nichts geändert. Ab der ersten Änderung zeigen Linien, wie sie wächst.',
  'coverage.course.table': 'Als Tabelle zeigen',
  'coverage.course.at': 'Zeit',
  'coverage.course.entities': 'Einträge',
  'coverage.course.any': 'Irgendein Kunde',
  'coverage.kinds.title': 'Nach Art',
  'coverage.kinds.table': 'Abdeckung nach Art',
  'coverage.kinds.kind': 'Art',
  'coverage.kinds.entities': 'Einträge',
  'coverage.declarations.title': 'Wer es sagt',
  'coverage.declarations.text':
    'Was über Kunden und Betriebsteams angegeben ist, nach dem, der es angibt. Die übrige Abdeckung folgt daraus.',
  'coverage.declarations.list': 'Angaben nach dem, der sie macht',
  'coverage.declarations.none': 'Noch hat niemand etwas angegeben.',
  'coverage.declarations.count_one': '{{count}} Angabe',
  'coverage.declarations.count_other': '{{count}} Angaben',
  'coverage.steps.title': 'Wo anzufangen ist',
  'coverage.steps.text':
    'Eine Angabe deckt viel ab, denn Kunden werden an Teile vererbt und folgen den Abhängigkeiten. Diese Einträge decken am meisten ab, jeder nach denen davor gerechnet.',
  'coverage.steps.list': 'Wo anzufangen ist',
  'coverage.steps.gain_one': '{{count}} Eintrag mehr',
  'coverage.steps.gain_other': '{{count}} Einträge mehr',
  'coverage.steps.inherited': '{{number}} durch Vererbung',
  'coverage.steps.derived': '{{number}} entlang der Abhängigkeiten',
  'coverage.steps.reaches': 'dann insgesamt {{share}}',
  'coverage.steps.assign': 'Zuweisen…',
  'coverage.steps.assignTo': '{{name}} etwas zuweisen',
  'coverage.steps.none':
    'Hier ist nichts mehr zu tun: Jeder Eintrag ist abgedeckt.',
  'coverage.steps.noneAtAll': 'Es gibt noch nichts abzudecken.',
  'coverage.steps.single':
    'Jeder dieser Einträge deckt nur sich selbst ab. Schneller geht es mit vielen auf einmal, aus der Liste derer, denen es fehlt.',
  'coverage.steps.toGaps': 'Diese Liste zeigen',
  'coverage.steps.unreached':
    'Keine einzelne Angabe würde mehr abdecken, als jetzt abgedeckt ist.',
  'coverage.steps.unreachedReadable':
    'Keine einzelne Angabe zu dem, was gelesen werden darf, würde mehr abdecken, als jetzt abgedeckt ist.',
  'coverage.steps.hidden_one':
    '{{count}} Eintrag, der nicht gelesen werden darf, ist ausgelassen.',
  'coverage.steps.hidden_other':
    '{{count}} Einträge, die nicht gelesen werden dürfen, sind ausgelassen.',
  'coverage.steps.incomplete':
    'Der Katalog ist zu groß, um jeden Eintrag abzuwägen. Abgewogen wurden nur die mit den meisten Teilen und Abhängigkeiten; vielleicht gibt es also bessere Stellen.',
  'coverage.gaps.economic': 'Ohne wirtschaftlichen Kunden',
  'coverage.gaps.internal': 'Ohne internen Kunden',
  'coverage.gaps.operations': 'Ohne angegebenes Betriebsteam',
  'coverage.gaps.filters': 'Filter',
  'coverage.gaps.kind': 'Art',
  'coverage.gaps.owner': 'Eigentümer',
  'coverage.gaps.text': 'Name enthält',
  'coverage.gaps.clear': 'Filter löschen',
  'coverage.gaps.table': 'Einträge, denen es fehlt',
  'coverage.gaps.entity': 'Eintrag',
  'coverage.gaps.type': 'Typ',
  'coverage.gaps.owners': 'Eigentümer',
  'coverage.gaps.partOf': 'Teil von',
  'coverage.gaps.count': '{{shown}} von {{total}} gezeigt',
  'coverage.gaps.hidden_one':
    '{{count}} weiterer, der nicht gelesen werden darf, ist ausgelassen.',
  'coverage.gaps.hidden_other':
    '{{count}} weitere, die nicht gelesen werden dürfen, sind ausgelassen.',
  'coverage.gaps.none': 'Kein Eintrag, dem es fehlt, passt zu diesen Filtern.',
  'coverage.gaps.allCovered':
    'Hier ist nichts mehr zu tun: Kein Eintrag ist ohne.',
  'coverage.gaps.allHidden':
    'Von den Einträgen, die gelesen werden dürfen, ist keiner ohne.',
  'coverage.gaps.select': '{{name}} auswählen',
  'coverage.gaps.selectShown': 'Alle gezeigten auswählen',
  'coverage.gaps.selectAll_one':
    'Den {{count}} auswählen, der zu den Filtern passt',
  'coverage.gaps.selectAll_other':
    'Alle {{count}} auswählen, die zu den Filtern passen',
  'coverage.gaps.selectMost':
    'Die ersten {{most}} auswählen, die zu den Filtern passen',
  'coverage.gaps.selecting': 'Wird ausgewählt…',
  'coverage.gaps.selected_one': '{{count}} ausgewählt',
  'coverage.gaps.selected_other': '{{count}} ausgewählt',
  'coverage.gaps.unselect': 'Keinen auswählen',
  'coverage.gaps.assign': 'Ausgewählten zuweisen…',
  'coverage.suggestions.title': 'Vorschläge',
  'coverage.suggestions.text':
    'Wer dazugehören könnte, nach dem, was um jeden Eintrag herum steht. Nichts davon gilt, bis jemand es annimmt.',
  'coverage.suggestions.ofSelected': 'Für das, was oben ausgewählt ist.',
  'coverage.suggestions.ofShown': 'Für das, was oben gezeigt ist.',
  'coverage.suggestions.ofFirst': 'Für die ersten {{number}} davon.',
  'coverage.suggestions.list': 'Vorschläge',
  'coverage.suggestions.none':
    'Für diese Einträge gibt es nichts vorzuschlagen. Sobald einige Einträge um sie herum Kunden haben, wird es etwas geben.',
  'coverage.suggestions.economicCustomers': 'als wirtschaftlicher Kunde von',
  'coverage.suggestions.internalCustomers': 'als interner Kunde von',
  'coverage.suggestions.operationsTeam': 'als Betriebsteam von',
  'coverage.suggestions.score': 'zu {{share}} wahrscheinlich',
  'coverage.suggestions.reason.dependents_one':
    '{{count}} davon abhängiger Eintrag dasselbe nennt',
  'coverage.suggestions.reason.dependents_other':
    '{{count}} davon abhängige Einträge dasselbe nennen',
  'coverage.suggestions.reason.api-consumers_one':
    '{{count}} Eintrag, der seine APIs nutzt, dasselbe nennt',
  'coverage.suggestions.reason.api-consumers_other':
    '{{count}} Einträge, die seine APIs nutzen, dasselbe nennen',
  'coverage.suggestions.reason.siblings_one':
    '{{count}} anderer Teil desselben Ganzen dasselbe nennt',
  'coverage.suggestions.reason.siblings_other':
    '{{count}} andere Teile desselben Ganzen dasselbe nennen',
  'coverage.suggestions.reason.consumer-owner_one':
    'ihm {{count}} Eintrag gehört, der diesen nutzt',
  'coverage.suggestions.reason.consumer-owner_other':
    'ihm {{count}} Einträge gehören, die diesen nutzen',
  'coverage.suggestions.reason.same-owner_one':
    '{{count}} anderer Eintrag desselben Eigentümers dasselbe nennt',
  'coverage.suggestions.reason.same-owner_other':
    '{{count}} andere Einträge desselben Eigentümers dasselbe nennen',
  'coverage.suggestions.reason.owner': 'es der Eigentümer ist',
  'coverage.suggestions.reason.near-owner':
    'es in der Organisation neben dem Eigentümer steht',
  'coverage.suggestions.reason.name-or-type': 'Name oder Typ es sagen',
  'coverage.suggestions.because': 'Weil {{reasons}}.',
  'coverage.suggestions.examples': 'Welche',
  'coverage.suggestions.accept': 'Annehmen…',
  'coverage.suggestions.dismiss': 'Verwerfen',
  'coverage.suggestions.restore': 'Zurückholen',
  'coverage.suggestions.what': '{{act}} „{{value}}“ für {{name}}',
  'coverage.suggestions.select': '„{{value}}“ für {{name}} auswählen',
  'coverage.suggestions.selectShown': 'Alle Vorschläge auswählen',
  'coverage.suggestions.acceptSelected': 'Ausgewählte annehmen…',
  'coverage.suggestions.dismissSelected': 'Ausgewählte verwerfen',
  'coverage.suggestions.restoreSelected': 'Ausgewählte zurückholen',
  'coverage.suggestions.showDismissed': 'Verworfene zeigen',
  'coverage.suggestions.noneDismissed':
    'Für diese Einträge wurde nichts verworfen.',
  'coverage.suggestions.dismissed': 'Verworfen von {{by}}, {{age}}',
  'coverage.accept.title': 'Vorschläge annehmen',
  'coverage.accept.apply_one': '{{count}} Eintrag zuweisen',
  'coverage.accept.apply_other': '{{count}} Einträgen zuweisen',
  'coverage.accept.cancel': 'Abbrechen',
  'coverage.accept.close': 'Schließen',
  'coverage.assigned.title': 'Was zugewiesen ist',
  'coverage.assigned.text':
    'Was für einen Eintrag durch dieses Portal, einen Alias oder eine Regel gilt und nicht durch seine Katalogdatei. Was ausgewählt ist, lässt sich dorthin exportieren, wo die Einträge beschrieben sind.',
  'coverage.assigned.filters': 'Filter',
  'coverage.assigned.filter': 'Name, oder wer es zugewiesen hat',
  'coverage.assigned.clear': 'Filter löschen',
  'coverage.assigned.table': 'Einträge, denen etwas zugewiesen ist',
  'coverage.assigned.what': 'Was, und durch wen',
  'coverage.assigned.said': '{{what}}: {{value}} ({{source}})',
  'coverage.assigned.none':
    'Noch ist nichts zugewiesen, jedenfalls keinem lesbaren Eintrag.',
  'coverage.assigned.noneMatches':
    'Nichts, was zugewiesen ist, passt zum Filter.',
  'coverage.assigned.changes': 'Änderungen in diesem Portal',
  'coverage.assigned.changesText':
    'Alles, was hier zugewiesen und zurückgenommen wurde. Jede Änderung lässt sich rückgängig machen; für ausgewählte lässt sich exportieren, was ihren Einträgen zugewiesen ist.',
  'coverage.assigners.title': 'Regeln und Aliasse',
  'coverage.assigners.text':
    'Aliasse lesen, was Einträge schon unter anderen Namen sagen; Regeln weisen nach Art, Eigentümer und dergleichen zu. Gehört wird, wer als Erster etwas zu einer Angabe sagt, nach der Datei des Eintrags und diesem Portal.',
  'coverage.assigners.none':
    'Es gibt keine Regeln und keine Aliasse. Mit wenigen davon ist viel vom Katalog auf einmal abgedeckt.',
  'coverage.assigners.docs': 'Wie Regeln und Aliasse geschrieben werden',
  'coverage.assigners.list':
    'Regeln und Aliasse in der Reihenfolge, in der sie gehört werden',
  'coverage.assigners.matches':
    'Sagt etwas zu {{matches}} und gilt bei {{holds}}',
  'coverage.assigners.entities_one': '{{count}} Eintrag',
  'coverage.assigners.entities_other': '{{count}} Einträgen',
  'coverage.assigners.examples': 'Beispiele',
  'coverage.assigners.unknown': 'Werte, die nicht zugeordnet sind: {{values}}',
  'coverage.assigners.unknownValue': '„{{value}}“ ({{number}})',
  'coverage.assigners.assigned': 'Alles, was sie zuweist',
  'coverage.assigners.assignedBy': 'Alles, was {{name}} zuweist',
  'coverage.assigners.where': 'Wo {{where}}',
  'coverage.assigners.idle': 'Sagt zu nichts etwas',
  'coverage.assigners.faults': 'Fehler',
  'coverage.assigners.faultsText':
    'Jeder davon schaltet nur sich selbst ab. Alles andere gilt wie geschrieben.',
  'coverage.assigners.line': '{{at}}, Zeile {{line}}',
  'coverage.assigners.faultOf': '{{id}}: {{message}}',
  'coverage.assigners.overlaps': 'Überschneidungen',
  'coverage.assigners.overlap_one':
    '{{first}} und {{second}} sagen beide etwas zu {{keys}} bei {{count}} Eintrag; gehört wird, was zuerst genannt ist.',
  'coverage.assigners.overlap_other':
    '{{first}} und {{second}} sagen beide etwas zu {{keys}} bei {{count}} Einträgen; gehört wird, was zuerst genannt ist.',
  'coverage.assigners.files': 'Dateien mit Regeln',
  'coverage.assigners.readAt': 'Gelesen {{age}}',
  'coverage.assigners.neverRead': 'Noch nicht gelesen',
  'coverage.assigners.firstReadError': 'Das Lesen schlug fehl: {{error}}.',
  'coverage.assigners.readError':
    'Das letzte Lesen schlug fehl: {{error}}. Was vorher gelesen wurde, gilt weiter.',
  'coverage.firstRun.title': 'Hier anfangen',
  'coverage.firstRun.text':
    'Der Katalog weiß, was es gibt. Er weiß noch nicht, für wen. Drei Schritte ändern das, und keine Datei muss angefasst werden.',
  'coverage.firstRun.one': 'Sagen, wer die Kunden sind',
  'coverage.firstRun.oneText':
    'Für den Anfang reicht eine Handvoll: wer für die Leistung zahlt, und wer im Haus bedient wird.',
  'coverage.firstRun.known_one': 'Der Katalog kennt {{count}} Kunden.',
  'coverage.firstRun.known_other': 'Der Katalog kennt {{count}} Kunden.',
  'coverage.firstRun.create': 'Kunden anlegen',
  'coverage.firstRun.groups': 'Aus Gruppen nehmen',
  'coverage.firstRun.import': 'Importieren',
  'coverage.firstRun.importText':
    'Kunden, die es in einem CRM oder in einer Datei schon gibt, kommen von selbst in den Katalog.',
  'coverage.firstRun.importLink': 'Wie Kunden importiert werden',
  'coverage.firstRun.noPermission':
    'Zum Anlegen von Kunden fehlt eine Berechtigung. Wer dieses Backstage betreibt, kann sie erteilen; oder die Kunden werden in Dateien beschrieben.',
  'coverage.firstRun.two': 'Anfangen, wo es am meisten abdeckt',
  'coverage.firstRun.twoText':
    'Wenigen großen Ganzen Kunden zuweisen. Was darin ist, erbt, und was sie brauchen, folgt.',
  'coverage.firstRun.twoWaits':
    'Sobald es einen Kunden gibt, stehen hier die Stellen, die am meisten abdecken.',
  'coverage.firstRun.three': 'Sehen, wie die Abdeckung wächst',
  'coverage.firstRun.threeText':
    '{{covered}} von {{entities}} Einträgen haben einen Kunden: {{share}}.',
  'coverage.firstRun.threeMore':
    'Weitermachen, bis dort 80 % oder mehr steht. Was dann noch fehlt, steht unter „Was noch fehlt“.',
  'coverage.firstRun.close': 'Diese Anleitung schließen',
  'coverage.firstRun.done': 'Erledigt',
  'coverage.customer.title': 'Name',
  'coverage.customer.titleHelp': 'Wie er genannt wird, etwa „Ladenkunden“',
  'coverage.customer.type': 'Typ',
  'coverage.customer.stage': 'Seite',
  'coverage.customer.stageHelp':
    'Frontoffice hat mit denen zu tun, die zahlen, wie der Vertrieb; Backoffice steht dahinter, wie die Buchhaltung',
  'coverage.customer.tier': 'Stufe',
  'coverage.customer.owner': 'Eigentümer',
  'coverage.customer.ownerHelp': 'Wer die Beziehung pflegt',
  'coverage.customer.none': 'Keine Angabe',
  'coverage.customer.add': 'Noch einer',
  'coverage.customer.remove': 'Entfernen',
  'coverage.customer.removeNumber': 'Kunde {{number}} entfernen',
  'coverage.customer.number': 'Kunde {{number}}',
  'coverage.customer.submit_one': '{{count}} Kunden anlegen',
  'coverage.customer.submit_other': '{{count}} Kunden anlegen',
  'coverage.customer.created': 'Angelegt: {{names}}',
  'coverage.customer.refused': '{{name}}: {{message}}',
  'coverage.customer.groups': 'Gruppen, die interne Kunden sind',
  'coverage.customer.groupsHelp':
    'Aus jeder wird ein interner Kunde desselben Namens',
  'coverage.begin.link': 'Hier anfangen',
  'coverage.begin.text':
    'Kein Kunde muss in eine Datei geschrieben werden: Die Seite der Abdeckung führt von nichts zum größten Teil des Katalogs.',
} as const;

/**
 * The lexicon of VADER (Hutto and Gilbert 2014), as vaderSentiment 3.3.2 ships it, without the entries that its rules
 * can never look up. Written by scripts/reference/vader_lexicon.py.
 *
 * The MIT License (MIT). Copyright (c) 2016 C.J. Hutto
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
 * documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
 * rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
 * persons to whom the Software is furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
 * Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
 * WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
 * COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
 * OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */

/** Lines of a valence (-4 to 4) and the tokens that have it, in lower case. */
export const VADER_LEXICON = String.raw`
-3.9 rapist
-3.8 raping slavery
-3.7 fu kill murder rape terrorist
-3.6 hatefulness hell motherfucker murderer raped rapers terrorism
-3.5 fatality killed killings rapes suicidal suicide torturers
-3.4 apocalyptic brutalizing cancer catastrophe devil evil evilly excruciation faggot fucked horrific killing
-3.4 murdered raper shittiest tragedy twat villains
-3.3 dead devastating evillest excruciating fucker heartbroken horrifyingly killer killers murderers murdering
-3.3 nigger rapists terrorised terrorises terroristic terrorize whore
-3.2 abuse abusive betray brutalises brutalizes d8 d:< devastative doomed dreadfulness faggots fatally fuckface
-3.2 fuking hated hatred hellish kia murderee murderous pissed scumbag terrorisms
-3.1 187 4q abhorrent angriest brutal bullied cocksucker crisis devastate dickhead direful disaster enslave evildoer
-3.1 evildoing evilness fuckhead fucktard hopelessness molests murderees murderously poisoners racism shithead
-3.1 sluttiest terrorise terrorists terrorized terrorizes vile violence worst
-3 </3 abusivenesses bastards betrayed bitchiest brutality brutally destructive devastated disgustedly dismal
-3 douchebag dx foetor fubar horridnesses infuriated murders racist saddest terrified terrorising terrorizing
-3 torturing traumatization whores
-2.9 182 >;( abhors afu anguish assassination bitches brutalised brutalize bullying cruellest cruelness cruelty
-2.9 cunts d; death devastators die disastrous disgust disgustingly drowned eviller excruciatingly fatalities
-2.9 fuckers harshest havoc horrifically horrifies irate molestations murderousness obliterate poisonously sinister
-2.9 torture v.v villainess villainously violent war warmonger wickedest
-2.8 ^urs abduction abusively assault assaultive assholes betrayal bitch brutalising bullshit condemnation contempt
-2.8 cruel cruelly damnified degrading devastates devastator devilry deviltry dooming doomsday enraging ffs fraud
-2.8 greediest harassers heartlessly heartlessness horrendous jackasses maddest miserableness molesting
-2.8 motherfucking obscene offensively perverts poisoning rageful remorselessness repulse ruin ruinate scams slut
-2.8 stab traumatically traumatise ugliest violently warmongers whored wtf
-2.7 >:( >:-( agonizing anger anguishing antagonizing assassinations attacker attackers bastardly bastardy bfd
-2.7 bitchery brutalise chaos corpse criminals crude degradingly depression despaired despairs despising destruction
-2.7 devils dishonest dreaded dreadfully drown evils excruciate fearing fuming furious fury grievousness grim h8
-2.7 hate heartbreak horrifying horror horrors humiliation injustice insanity joylessness laziest loathing miseries
-2.7 misery moronic negative nfc painfulness pathetic poisoner poisonous poisons retarded ruination ruinous scam
-2.7 sluts sluttier son-of-a-bitch stealing terrifying terrorization torturous totalitarianism tragically traumatic
-2.7 travesty treasonous ugliness unlovable villainousness virulent weep wrathful
-2.6 );< abuser abusers abuses alarmingly ban bankrupt bastardising bfe bitched bitchily bitchiness brutalities
-2.6 cheating cocksuckers compassionless crappy cruelest damnation damnatory destroying destroys destructionist died
-2.6 disasters disgustful distraught dumbass dumbhead enrage fascist fired gloom harassments harmfully harmfulness
-2.6 harming humiliatingly hurtfully idiotic illegal infuriates killingly lousiest lowbred miserliness murderesses
-2.6 nastinesses nasty perversity petrifying po prejudicial punishers punishing rage rancidity rancidness riot rob
-2.6 robber ruinously sadden savageness shamed shit shitheads shitty sin sinful starved stressfully stupidnesses
-2.6 terriblenesses terribly terrifies terrors tortured victimizing villain villainy violater wars whoremonger
-2.6 woebegone
-2.5 :-###.. :-|| :@ ]:< abusiveness aggravate ass assaults assfucking bad bastard betraying betrays chastise
-2.5 cheater choke crestfallen crime curse d-': dangering despisements destroy destructing enemy evildoings evilest
-2.5 fail fatal fearfullest felonies felony fraudster fuck fuked goddam harassed harasses harassing harassment harm
-2.5 horrible horrid horrified horrify hostility humiliate joyless kills lamebrained livid lousy outraged perverted
-2.5 petrified pissants poison poorest prisoner racists rancid rancidly rejection rudest savagery sickened
-2.5 sluttishness snafu sobs sorrowfulness stinkpot strangled stupider suffer tard tortures troubling uglinesses
-2.5 unhappiest victimising victimize violating wanker warmongering whoresons
-2.4 :###.. :'-( abandonment abhorred agonises appall arrogance assaulted bastardization bastardize brutalized
-2.4 casualty conspiracy contemptuously criminal crudest crueller damnifying damnit danger dangered degradation
-2.4 dehumanizing despisement destruct destructively destructiveness destructs devastatingly devilkin dirtiest
-2.4 disgusted disgusting dissatisfying distress distressfulness distrusted doomsdays dreadfuls dreading dullsville
-2.4 evildoers fkm foreclosures fraudsters frustrated goddammed harasser horribleness horribly humiliations hurt
-2.4 hurtful indignation infuriating liars loneliest loser losers lying mofo mourns naggiest nastiest neglected nfw
-2.4 painfully pita poisonings prejudicialness puke punish raging reek retard revenge revengeful sabotage saddened
-2.4 sadder savages scandalous shamefulness sickening sorrow sorrowed spite spited stenchful stinking stupid
-2.4 stupidest sucker sufferers swindle terror thief threat threatening tragical trapped traumatised traumatism
-2.4 traumatize unhappier unhappiness unhealthy viciousness violated violaters violations violative violator warred
-2.4 weepiest whoredoms wicked wth
-2.3 ):{ 3:-( abducted abused agonised agonize agonizes agonizingly angered angers angrier angry assaulting
-2.3 bastardised bastardises bastardizing bitcheries bitchy bitterest blameworthy brutalizations cheated condemns
-2.3 crueler cruelties cwot damaging dearth dejecting depressed depressingly despairing destroyers destructions
-2.3 devilishness devilled dick disappointment disconsolate disheartenment disturbing disturbingly doa downhearted
-2.3 dumb dumbest effin egotist failed failing failure fiasco foetid frauds fraudulence frightful grieving
-2.3 grouchiest hatefully hating horridness hurter idiot ignoramuses impolitenesses incompetence insult insulted
-2.3 insultingly irritant irritation lazier liar molester mourningly nastier negativity numbskull obnoxiously
-2.3 offending offensiveness outcry outrage outrages pain panic pervert petrifies pollute poverty prblms prejudice
-2.3 prison prisoners punitive regrettable rejected rejectee remorseless riots rotten shamefaced shamefulnesses sick
-2.3 slutty sorrower sorrowfully spitefully spitefulnesses starves steals stench stenchy stinkard stressful stricken
-2.3 stupids suckers terrify thieves torturer traumatizing troublesome trustless ugly unethical unjust unloving
-2.3 unprofessional victimization villainies violates weakest worsen ||-:
-2.2 )-:< 3:( 4col :'( aching agonized angering annoyer antagonistically arrogant blaming bomb bsod bully
-2.2 catastrophic chaotic chastised collapse contemptuous cunt damage damnify damns dangers darkest deject dejected
-2.2 depress depresses depressions despairingly desperations destroyed destructivity deviling disappointing disgrace
-2.2 disheartened disheartenments disheartens dismaying disparaging dissatisfaction dissatisfy distressful
-2.2 distressingly dolorous doomsdayer doomster drowns enemies failings fear feared fearful fearfuller fearfully
-2.2 feuded fools fraudulent frightening grief grouch harass harms harsher hateful haters heartbreaker heartless
-2.2 heroin hopelessly hostilely illnesses imbecile infected infuriate insulting jailed loathe lousier lowlifes
-2.2 lunatic mad maddening masochistic menace miserable molesters moron murderess neglects numbskulls overreacts
-2.2 perpetrator perversely pitiful poisoned pollutes powerless prosecution punishment qq rejects repressors
-2.2 repulsed revengefulness rudely saddening savagely scandals scare scary screwed shameful sickener sickeners
-2.2 sluttish sorrowful spammer steal stealers stolen suffered thieve threateningly torturously tragics traumas
-2.2 traumatises traumatizations troublemakers uglier uglification uglifying unhappinesses uninvolved violate
-2.2 violation wasted whoreson wickeder wickednesses
-2.1 )-': )-: )-:{ :< :c >: >:[ @: ]-: accident agitators agonise amort anguishes apprehension arrested ashamed
-2.1 attack badly bankster bastardise bastardizations bereave bereaved blamed blamer broken brutalization btd choked
-2.1 cry crying dangerous defeated defeatists defectively degrades depressively deprival deprive deprived despondent
-2.1 destructionists devilish dipshit disabling disadvantageously disappointed disdain disgusts distrustful
-2.1 distrusting disturbers doomful eviler fag fake faultfinding faultier faultiest faults flawed flunked foetors
-2.1 freakish frighteningly frustration fucks gloomful glum goddamn goddamns grievance grieves gross grossest harmed
-2.1 haunted heartbreakers heavyhearted helplessness hooliganism horribles hostilities hurts immoralist immorally
-2.1 incompetent infringement irrationalist irritable irritants jeopardy killjoy libelous loathed lowlives
-2.1 lugubrious maniac miserably molest moodiest nasties neglectfully nme obliterated obnoxiousness oppressed
-2.1 persecute perverseness perversive pitilessly poor punishes rages rejections resentful revenger ruder ruined sad
-2.1 scaremonger selfish shame shattered shits shittier shylock sickeningly sluttishly smartass smuggler smuggling
-2.1 snubs spamming stinkiest stressors suckering suffering suffers suspended terrible thieveries totalitarian
-2.1 troublous troublously uglify uglily uneasiest unfair unlovely unpleasant upsetting vitriolic weakliest whoredom
-2.1 wickedly wickedness widowed woefulness worrit worse worsens wrong }: }:-(
-2 )': :[ >-: abandoned abductions abhor abusing affectionless agitated antagonize appalled appallingly arguing
-2 attacked attacking awful banned bastardized beating belittled bitchier bitterly blamers censor cheat chokes
-2 choking contagion contemptibilities coward crudeness crudenesses cruder damagers damagingly damningly dangerously
-2 dangerousness deceit defeat degradative degrader degraders dejects depriving desperation despises destroyer dire
-2 disappointments discouragement disgraced dishearten dishearteningly disparage disrespected dissatisfactory dread
-2 eviction exploited failures falsify faultily foes foolishnesses forced frustrate frustratingly frustrations
-2 greedier grieved grievous grimaced grouchier grouchiness guiltier heartbreaking helpless heroinism hopeless
-2 hypocritical immoral imprisoned incensed inferiorly insipid insulter insulters irritated irritating irritatingly
-2 irritative jealous jealousies jealously lamely lament lamenting lowlight melancholiac misrepresentation mocks
-2 neglect neglectful neglectfulness obnoxious offends offensive outrageous outraging panicked penalty pessimisms
-2 pessimistically phobias pisser polluted polluters problematically punished raged reeked reeking regrettably
-2 regretters rejecting remorselessly resentfulness revengers ridicule robs rude rudesby ruiner savage savaged
-2 scaremongers screwiest selfishnesses severely shamefacedness shamelessnesses sickens sins sluttishnesses snob
-2 snobbery snubbed stresses stupidities stupidly sucked suckered sufferer swindling thievery thoughtless threatened
-2 threating tragic troubled troublemaker troubles uglies unacceptable unfortunate ungrateful unintelligent
-2 uninvolving unloveliness unworthy upsetters vexing victimhood villainesses villainous vulture wept whoremongers
-2 worriedly worrisomely worsening worser }:(
-1.9 ):< ..###: :( :{ abandon abandoner abandoners admonished aggravated aggravates aghast angerly animosity annoy
-1.9 antagonism antagonist appalls arrests arrogances atab attacks aversion banish belittle bereaves bitterer block
-1.9 bloody burden chagrin cheaters chucklehead condemned contemptibleness contradictious criticise criticism
-1.9 crushes damaged damager damages deceitful deceived deception defeature defective defector degrade dehumanized
-1.9 denied denounces destructed devastations devilment dirty disagreeablenesses disappointingly discouragers
-1.9 discourages discouraging discredited disillusioned dismayed dismayingly displeased dissatisfactions disturbs
-1.9 dreadful dullnesses dumbheads dumbness embarrassment emptiness excruciations expel exploiting fightings flunker
-1.9 foe fool forbidding forbiddingly foughten frantic freak freeload frightened frightfulness frustrates
-1.9 frustrating furiously futile gloomed goddams greedily griever grouchy harsh hates horrendously hurters
-1.9 hurtfulness hysteria idealess ignorami ignoramus illiteracy incapacitated inconsiderate inferiorities
-1.9 insincerely intimidated intimidating irresponsible lamentations loathes lowbrow ludicrousness madness
-1.9 meaningless melancholy mindless misbehave molestation molested moochers mope mournfuller mourning nastily
-1.9 notorious painful panicking panics passionless perjury petrifaction prejudiced problematic pukes punishable
-1.9 punisher regretful regretfully resentment resentments revenges ruins saddens sadness savageries scandal scared
-1.9 scaring shamefacedly shamefully sicken smothers sobbed spiteful stabbed stabs stank starve stealings stupidity
-1.9 suck sucky terribleness tired tragedies traumatising treason troublers troublesomeness unattractive undeserving
-1.9 undesirable unemployment unfortunates unhappily unloved unlovelier unloveliest unsavory upsetter vexation
-1.9 violators warring weak weaker weapons weeper weeping weepings whorehouses whoremaster woeful woes worriments
-1.9 worrisomeness worry worsened worthless wreck wronged zealot
-1.8 ): adversity aggressiveness agitating agony angrily anguished annoyances annoys argumentatively arrogantly
-1.8 avoider bastardies bastardizes beaten bitter bittered blamable blamably broke burdensome charmless cheats
-1.8 comfortless complainer conflictive criticised crushed damnableness damnifies defecting defectiveness defectives
-1.8 degraded dehumanize denies depressor deprivation deprivations despiser destructibility detain devastation
-1.8 devilling disadvantage disadvantageous disagreements discomfort discontented discourage discouragements
-1.8 discouragingly disheartening dismay dismays disqualified disrespect dissatisfies distressed distrust
-1.8 distrustfully downcast dullards dumpish duped dysfunction egotistically emptiest enrages erroneous exasperated
-1.8 fails faithlessness fakes faking fcol fearfulness fears flunkey flunks flunky foeman fooleries foolery
-1.8 foolishly foolishness forbidden freaking freakout fumed gloomiest gloominess glooming goddamned gossipping
-1.8 greenwash grimaces grimy grossness guiltiness guilty hater heartbreakingly heartbreaks homesickness
-1.8 homesicknesses hysterics ill impatience impolitely impoliteness indignant injury insecure insecureness
-1.8 insecurities insecurity insensitivity insincere insults intimidation irritably irritate jackass lame lies
-1.8 loneliness lonesomeness lowery lowliest miser misunderstanding mock mourn mourners mournfulness nagger
-1.8 neurotically pained pains pathetically perverse pitifuller pitiless polluter prejudices prejudicing
-1.8 problematical promiscuity prosecutes protesting puked puking punishments rebelliously recession regret
-1.8 rejectees rejecters rejective rejector repressing ridicules ridiculing sadly scornful sedition shitting smother
-1.8 snub somber stampede starving stress stressor struggling tantrum temper threateners threats ticked trauma
-1.8 troublemaking troublesomely ugh uglifies uneasinesses unfulfilled ungratefully unhappy useless vain victimized
-1.8 victimizer warfares waste weaken weakly weakness weepier weirdo whines wiseass woe worrier worries worrywart
-1.8 yucky
-1.7 ..###-: :l >:\ \:< abandonments acrimonious agitate angriness annoying antagonistic antagonists arguments
-1.7 ashamedly avoidance battleground bitterness blameful blames blind botheration boycotted boycotting burdened
-1.7 burdeners chastises chastising cheerless cheerlessness complained complainingly complaints conflicting crash
-1.7 cries criticising cynicism cynicisms damn damnable damnably decay decaying decays deceive defeatist defected
-1.7 defects deficit depressible depressors deprives despised detained difficultly disadvantaged disadvantages
-1.7 disagreeable disagreeableness disappoint disappointedly disconsolation discord discouraged discourager
-1.7 disillusionment disliked dislikes disorder dispute disputing distorted distressfully distressing disturb doom
-1.7 doomsayers dull duller dullest dumped dumps dumpy egotists embarrasses embarrassingly embarrassments enraged
-1.7 enslaved error farce fatalisms fault fearsome fights fooling foolisher freebooter frightens frightfully greed
-1.7 greediness grievously grouching guiltiest hacked haunt helplessnesses hindrance hurting idealless ignoring
-1.7 illness immoralists impatiently inability inadequacies inadequacy inadequate inadequateness inferior injured
-1.7 insane interruptions irrationality irritabilities irritableness irritates isolation jealousness joylessly
-1.7 killjoys lose losses lousiness lowlier madly maniacally masochist menaced misbehaving misleading mocking mooch
-1.7 mooching mournfully nagana nagged nagging naggy neglecter neglecting nonsense oppressive optionless overreacted
-1.7 painfuller paining peril perverter petrify piss pissing problem problems prosecute provoke punishabilities rash
-1.7 reckless reeker refusing regretting reject rejectingly repressions repressively scapegoat scarer scarey scold
-1.7 scorn scream screwup seditious selfishness shames shitted shocking sluggish smartasses smuggles smugnesses
-1.7 snobbishnesses snobby sorrowing stealable stealer stink strained stubborn stupidness sullen suspiciously
-1.7 tensions traumata traumatized trouble unappreciated uncomfortably uncontrollability unease unfocused
-1.7 unsatisfied unsuccessfully unsupported unwelcome wasting woefully worriers worrisome
-1.6 86 :-[ :?c >:/ ]: abandoning ache ached agitatedly amoral annoyed arguer argues aversive battle battlefield
-1.6 battles bitterish blamefully blameworthiness blocking bothering bummer carelessnesses complains condemn
-1.6 conflicts confrontational contemptible contradictors cowardly crap craziness cried criticize criticizers
-1.6 cynical damned decayed decayer decayers deceives defeating demoralized depressant depressants depressing
-1.6 depressive depriver desperately despisers deviled devilishly devilries disadvantageousness disagree disappoints
-1.6 discomfortable discomforted discomforting disillusions dislike disparages disregarded dissatisfied distraction
-1.6 distractive distresses distrustfulness disturbance disturbed doomsters doubter dullard dumbfounded dump
-1.6 dumpiest embarrassable embarrassing emergency enslaves expelling expels falsified feuding fight flu flunkers
-1.6 fooled foolhardiness forbidder freakiest freeloaded freezingly fright funerals glamourless gossiping grave
-1.6 gravesides grieve grimier griminess gullibility hostile ignorantly immoralism impolite inadequatenesses
-1.6 incapable ineffectuality inhibit interrogated intimidator intimidators irrationally jaded lackadaisical
-1.6 lamebrain lied losing louse lowest lunatics manipulated masochism masochistically melancholias misbehaved
-1.6 misbehaves misinformed mistaker mistakers mockeries mourner mournful n00b obstacles paranoids phobia
-1.6 pleasureless prblm pricklier prosecuted punishability rancidnesses regretfulness regretted regretter rejecter
-1.6 reluctancy repression resented restrict restricted restricting ridiculer ridiculers ridiculousnesses
-1.6 riskinesses ruinable ruinations ruing screaming severe severer shock shocks shyster slam sleeplessness smuggle
-1.6 snobbily sobbing sorrows spammers stingy stunk suspicion talentless tensioner threaten threatens tumor
-1.6 uncomfortable unconvinced uneasiness uneasy ungratefulness unkind unsecured upset uptight uselessness
-1.6 victimizers weakener weakhearted weepies wimpish |-:>
-1.5 $: %-) :-( :-< adversarial adverse adversities afflicted agonising amorality annoyers appalling argued argument
-1.5 argumentative argumentive bamboozle bamboozled bamboozles brainwashing burdens careless clueless coerced
-1.5 collision complain confrontations confusedness contagions crazily criticized criticizer criticizing crushing
-1.5 debt defeatures defections degradations dehumanizes denier depressives deriding desperateness destructible
-1.5 detention deviltries difficult disagreeably disagreement disillusionments disoriented disruption distractible
-1.5 doomsaying doomsayings doubt doubtable douche drained dubious dulled dumber dumbs dupe eerie embarrassed
-1.5 emptinesses exhausted exhausting exhaustion fallen fatiguingly faultfinders faultiness fighting flunking
-1.5 foolhardier forbidders freakouts freaky friendless frighting funeral gloomier gravely graveness grievances
-1.5 grime grimmer gullible hesitatingly hooligan ignorance ignore inconvenience inhibition interruption
-1.5 irrationalism irrationalists irrationalities irritations lags lamentable lamentably laments lamest lazy
-1.5 lonelinesses lonely lonesome lowballed lowlife ludicrous manipulating mess messy mischief misers misreporting
-1.5 mistaken mistakes misunderstand moocher moody nag naggers neglecters nitl obsessional obstacle offender
-1.5 offenders offenses overload overweight panicky paranoias persecuting pessimism pessimist pessimistic pissant
-1.5 poorer prejudicially profitless promiscuously quaking rebeldom reekers regrets repressible ridiculed ridiculous
-1.5 rigged riskiest robing rudeness ruinated ruinates ruinating screamers seduced severed severest shylocking smear
-1.5 smuggest smuggled sore spam spitefulness stenches stinker stinkier stinko stinky stressing strikes struggles
-1.5 stubborner stubbornnesses sucks sulking suspicions suspicious sux swindles tantrums tenseness tenser trembling
-1.5 turmoil uglified uncontrollable uncontrollably undermined undermining unfriendly unprotected unstable
-1.5 unsuccessful upsets uselessly vicious victimised victimizations victimizes weaklier weaknesses whine
-1.5 whoremasters wiseasses witch worriment worrywarts
-1.4 /:< /o: 3:-) :/ :o/ <:-| =/ accidentally accuses aggressed aggressivities agitates agitator alarm alarmed
-1.4 antagonized argue arguers arrest avoided avoiders avoiding blame bother boycotts burdening carelessness
-1.4 chagrined combat confusingly contagious contemptibly contradictoriness contradictory contradicts crazy
-1.4 criticizes cynic damnations damning deadlock deceiving defeater defect defection defenseless denounce deny
-1.4 denying deprivers derailed despise difficulty dirt dirtier disagreeing disappears discarded disparaged disputed
-1.4 disregards disruptions distorts distracted distractingly disturbances disturber dork doubtful doubting
-1.4 doubtingly dreads dreary drunk dullness dumbed dumpier egotism egotistic errors excluded exploits failingly
-1.4 fatigued faulted faulting feud feuds fidgety fiery fire firing flop flops flunkies foolhardy foolishest
-1.4 forbiddance frantically freakiness freakishness frighted frighten frowning gag gossipmongers grimacing
-1.4 grouchily guilts gun hapless haplessness harried helplessly hesitater hesitaters hesitates hesitating horridly
-1.4 humiliated humorlessness hurtling inconvenient indoctrinate inflamed inhibitive insecurely insignificant
-1.4 insincerity interrupt interruptive intimidations irrational irresolute irritability jerk lag lamentation
-1.4 lamented lamer leak lethargy lonelier lonesomes lowermost messed miserly misgiving mistake misunderstood mlm
-1.4 mooched mooches moodiness moodinesses moronically mumpish naggier needy neurotic niggas nimy numb numbly
-1.4 obsessing obsession offences ominous perturbed pissers pisses pitying pressuring prick prickliest rant
-1.4 reluctance repress repressive repressor resentfully resign restlessly revengefully ridiculously riskier
-1.4 scapegoats scares screwy selfishly shakedowns shameless shamelessly shamelessness shoot shylocks smileless
-1.4 smothering smugglers smugness snobs spites stifled stressed struggled strugglers stubbornly suspects tense
-1.4 tensioning thieved threatener toothless tragediennes traumatizes trickers trivialising troubler unapproved
-1.4 uncertainly uncertainties uncertainty undermines uneasier uneasily unequal unfortunately unimpressed
-1.4 unimpressive unmotivated virtueless warning weaklings weaponed weeps wimp wisenheimers worrying
-1.3 /-: /: :-c :\ >.< \^: abandons accidents accusations aggress aggressions aggressively agitations agitative
-1.3 annoyance anti awkwardly awol axed bereaving bizarre boredom bores boresome boring botherations bothered
-1.3 bothersome boycott burdener chuckleheaded complainers conflict confrontation confronters confused confuses
-1.3 contradict contradicted contradicting contradictions critical criticises cynically defeatism defeats defectors
-1.3 defenselessness delay derails despair despairer despairers desperate disagreed disagrees discomforts disguising
-1.3 disillusioning disjointed disliking disquiet disruptive distort distractable distractibility distracts
-1.3 distrusts doubters dumbly dumping envyingly excruciated exhauster exhausters fatigues faulty flunk foolhardiest
-1.3 forbid forbids fought freakier freeloading freeloads frenzy gagged ghost gossipped gossips gossipy graveless
-1.3 gravest greedy grimly hardship hesitated hostiles humorless ignored ignorer imperfect impersonal indecisiveness
-1.3 ineffectively ineffectiveness ineffectualness interrupters interruptible interruptor interrupts intimidates
-1.3 isolated isolates jealousy lack lamentableness laughingstocks leaked loner lonesomely loose loses loss lost
-1.3 louses lowness luckless misinformation misinterpreted misunderstands mocked mockers mockery moodily morons
-1.3 mourned numbingly nuts obsessionally odd outrageousnesses paranoiac perplexed persecuted perversion pettiest
-1.3 phobics pitied pitiers pressures problematics provokes rants repressed represses resigns restricts riskiness
-1.3 risking scarers screamed shakeout shocked shyness skeptical smh spiritless startle stereotype stinkingly
-1.3 straining struggle stuttering submissive suspend tease tempers tension timidity trap tricksters uncertainness
-1.3 unimportant unsettled unsurely viciously victims vultures walkout weakened weakeners weakening weakens weakling
-1.3 weepy weirdie weirdoes whiney
-1.2 .-: 0-| :-/ :^/ :s =\ =l >:o \o: accused adversative aggravating aggression agitational allergic amoralities
-1.2 antagonisms apathetic apathy avoid ayor battled battlefront bittering borers censors childish collapses
-1.2 collapsing colluding complaint confrontationists confusion confusional contentious cover-up critics crudely
-1.2 cuts deafening defer deprivals derail derision difficulties disbelieve discourageable disorganized distract
-1.2 distracting dominating dorkiest doubtfully doubtfulness doubts dumper dumpiness dynamiter embarrass ennui
-1.2 exclusion exhaust fatalists fatiguing feeble freaked fume gossipry gravers graves graveyard graveyards grimed
-1.2 hesitantly hiding humiliating ignorances immobilized impatient impose ineffectual inquisition interrupted
-1.2 interrupting jealz lagged lamebrains lamenter lames lethargic limitation lossy lousily lowballs lower
-1.2 lowlinesses madder maniacs manipulation masochists mia missed missing mistakenly nerd nervousness no
-1.2 obsessiveness obsolete obstinate offence offend outrageously outrageousness pathetical persecutes perversions
-1.2 pervertedly pervertedness pesky phobic piteous pitier pities pitifully pitifulness pity pressure pseudoscience
-1.2 questionable ranter ranters rebellious rebelliousness refuse refused resenting resents resignation resignations
-1.2 resigner restlessness sceptical screams screwer shakedown shakiest short-sighted shynesses sillinesses
-1.2 skeptically skepticisms smog snobbishly stereotyped stinkers stop strains strangely suspect suspiciousness
-1.2 teased teaselers teases tensely tensest trembly trickeries trickiest trickiness uncertain underestimate
-1.2 undermine unsophisticated uptightness victimises vulnerably warfare warnings weakish weapon weirdly whiner
-1.2 wimpiness wiseacre woesome worn worried worrits zzz |-0 |-o
-1.1 :o\ \= absentee alarmists alarms alas alienation aversions avoidances battling biased bitching blocked bored
-1.1 boredoms charges chuckleheads collapsed collides collisions complainants contemptuousness controversially
-1.1 cornered critic crudes cut defenselessly deniers deride devilments disguised disinclined disputes disregard
-1.1 distorting dooms doomy dorkier dorky doubted drop dulling dullish dully dumpings embarrassedly envied enviers
-1.1 envious envy exhaustions exhaustiveness exhausts exposing ferociously feudalistic feudist foolish forgetful
-1.1 frights fud gossiped gossiper gossipers graver grievants guilt guiltily haunting hesitate hesitation
-1.1 hesitations hoax hooligans ignorant ignorantness ignores immoralities impotent indecisions ineffectually
-1.1 inferiority interrupter intimidatingly intimidatory irrationals itchy jerks killdeer lagging lone loneness
-1.1 loomed lousing low lowliness masochisms melancholies misread mistaking monopolizes moodier moronity nags naive
-1.1 nastiness nervous numbing numbness o-| overstatement perversities pileup pique pitiable pitiableness pitiably
-1.1 pitifullest postpones provoked pu pushy rebelling rebellions remorse restless restriction ridiculousness
-1.1 rigidification rigorous risk risks s: sapfu sarcastically shitakes shockers short-sightedness slash slashing
-1.1 smothery snobbishness solemnity stammerer struggler stubbornness stutterers suing thorny toughly tremble
-1.1 trembled trickery trivialises trivialize underestimated underestimates unresearched victim victimise
-1.1 vindicating vulnerableness warned weakside weary weepers weirdos whorehouse woebegoneness wowser |^:
-1 /^: :^\ :^| \-: \: accusation aches adversaries adversatives agitation alone amorally anxious anxiousness
-1 arguable arguably bore cancel cancelled carelessly confrontationist contempts contradictable contradiction
-1 contradictor crazinesses criticizable darkness degradable derides devilwoods diffident discard discards disguise
-1 disguises disillusion distractions downside dud dulls dumbfounder dumbfounders dumbstruck dumpsters egotisms
-1 emptily envier excruciates exhaustible expelled faithless fatalistic fatigue ferociousness ferocities flustered
-1 foolhardily forbiddances gloominesses gossipmonger greeds grimace grimes haunts hesitancies hesitant humiliates
-1 hunger hurtles ignorable inaction inadequately indecisive inhibitors inhibitory jumpy loused lowering lowly
-1 melancholics moping mubar numbest obsess obsesses offended offense overreact paranoia paranoid perpetrators
-1 perverting pessimists pityingly poisonwood prickle propaganda protest rebelled reluctant repetitive
-1 repressiveness resentence resigned resigners ruining ruinousness sappy sarcastic sceptic screws screwups
-1 severeness shamefast shockable shortage shy skepticism smugger snobbism sob squelched stammering stinkards
-1 stinkbugs stinks struck stuck stutter stutterer stutters submissively supremacists swearing teaser tensed tensing
-1 timid timider timidness torn toughish tragedians tremblers tremulous trickish tricksiness trivialities
-1 trivializes unclear uncontrolled uncredited unsure weirdies wimpier wimps wisenheimer
-0.9 (% /= :-. :-\ aggressors anxiously apeshit apprehensions battlefields blocks cancels comedowns confronts
-0.9 confuse confusing confusions contemptibility contradictorily criticisms dearths defeaters defiant delayed
-0.9 demanded demanding disappear disappeared disregarding distractedly dizzy dodgy drag dynamited eery egotistical
-0.9 exclude faithlessly feudalism feudalist forget forgotten glooms graved gravelled gravelly graven grimalkin
-0.9 grimalkins grossly grouches hesitance hesitancy horrent huckster indecisivenesses inhibits insensitive lawsuit
-0.9 libertine limited loners loom lowish lurks misses monopolized naggingly neuroticism numbed obsessions obsessive
-0.9 oversell possessive postpone pressured pricking prickly pricks promiscuousness protesters protests remorseful
-0.9 resigning revenged risked safecrackers safecracking sarcasm sarcasms savagenesses screwing shakier shaky shrew
-0.9 shying shysters silliness skeptic slashed smothered sneaky snobbish snubbing stammer stammered stopped
-0.9 stuttered subversive suspected tears tenses tensioners timidest tits tricker trickster trivialization
-0.9 uncompelling unconcerned undecided unwanted vanity victimhoods vulnerability vulnerable weaponry weirdest
-0.9 weirdness weirdy whined whining wimpiest wimpy |o:
-0.8 =| absentees accuse adversary adversely aggressor aversively bashfulness battlefronts battler bothers bribe
-0.8 cancelling charged cheerlessly combats comedones comedown complaining confronted controversial cramp derided
-0.8 devilfish devilwood droopy dumbbell dumbfounding dumpers empty envies envying exhaustibility fascists
-0.8 faultfinder feudal feudalized feudary foolfish foolscaps freakishly freebooting fumers geek gossipries gratings
-0.8 graveside grievant grimmest grimness grosses grouched indecision indifferent inhibitions intimidate
-0.8 irreversible isolate jerked lameness liabilities liability litigation litigious lowball lowdown lowed lows lurk
-0.8 mischiefs miserere mistakable mocker mongering monopolize nimby nosey o.o offensives overselling overwhelms
-0.8 petty pissoir pityriasis postponed pressurises prickles prickling promiscuities provoking rebels resentenced
-0.8 resignedness rigidifications risker risky ruderal scarecrow scepticism shakeouts shyer slashes sobering stall
-0.8 stalled stalling stammerers stammers startler stinkhorns strainer strange strongyloidosis sulky teaseled
-0.8 teaseler tensional timorous toughs trickily tricksy trite trivialise trivialised unaware unbelieving
-0.8 unstoppable vociferous warmouths wellaway zealots |-:
-0.7 &: (-% :-| accusing amoralism amoralisms anxiety apprehensiveness avert avoids awkwardness complainant confront
-0.7 daze dazed deferring depressurizing dilemma discarding dominative doomsayer drags emptied emptier emptiers
-0.7 empties exaggerating exhaustively ferocity feudalizing feudists flees franticness freeboot freeloader fumelike
-0.7 gossip gravestone grimiest grimily griming grossularites hide hides homesick ignorers indecisively
-0.7 indoctrinating keening lowballing lowborn lowse neurotics nimjd noisy noyb numbfishes numbs obsessed obsessives
-0.7 overreaction overstatements overwhelm paranoiacs passively pressurize pressurizers puzzled remorsefully
-0.7 remorsefulness resent resignedly rigidified rigidities rigidity rigidly riskily robed safecracker safecrackings
-0.7 scarecrows sceptics seriously shake shakily shakiness shaking shockingly shylocked shyly smarting snobbier
-0.7 solemnized startled stinkpots submissiveness suspecting teasers thwarting timidities timidly toughie touting
-0.7 trickier trickishly trickledown trivializations walkouts warship weird weirdnesses
-0.6 :& :o| adverseness affected aggressing aggressive aggressivity anxieties apathies awkward battlegrounds
-0.6 bitterbrushes bittersweetness censored challengingly cock confronting confusedly craze crush defensively
-0.6 devilfishes dreadnought dumbcanes dumpcart dumpster emptying exaggerate exaggerates expose falling fatalism
-0.6 feudally flunkeys fumette geeky giddy gigo gloomy hardier heh hurtled immorality indoctrinates killdees
-0.6 lawsuits looms looses louseworts lowboys lowbrows miss moan moans nervously oversimplify perverters pressurise
-0.6 pressurising pricked prickliness pricky profiteering rebel resentences rigidifies screwier sentencing shakeup
-0.6 shittim shocker shortages solemnizing stopping stops strikers stubbornest toughies trembler tricked tricky
-0.6 trivialized trivializing viciousnesses victimologies vulnerabilities wavering weakfishes weirds whiners
-0.6 wisecracking worshipless
-0.5 :-& aggresses alarming antagonizes barrier battleships battlewagons bitterweeds cocky colliding contradictories
-0.5 crazed crazing cutting damnedest dazedness demand depressurize detached dithering dominate dominatrix dorks
-0.5 dumbing exhaustive exposes fatalist feudality feudalize feudatories foreclosure freemartin gravel graveled
-0.5 gravels gravestones ineffective inferiors ironic isolations lamenters looming lowered lowers lowing lurking
-0.5 melancholia misericordes monopolizing nbif o-8 o_o offline overwhelmingly oxymoron perversenesses pitilessness
-0.5 postponing pricket profiteered protested rapeseeds rebellion rig rigid screwers screwiness shakeups silencing
-0.5 snobbiest solemnified solemnifies startlement startlers startles strike tenderfoots tough toughing toughy tout
-0.5 tragedian tranquilizing tricks tricksier triviality trustbuster unconfirmed victimologist warships weirder
-0.5 wisecracked |:
-0.4 %) &-: (-:< :o :| >:-) amusias apathetically averts axe bailout battlement battlements bias bitterns bitters
-0.4 blah blurry borer cautious challenged constrained costly dazedly defensemen defensiveness depressurizations
-0.4 dodging dominators dreadlock dreadnoughts embittered exaggerated exploit ferocious feudalities flirter
-0.4 foolfishes freaks freebasing freezing fumets funky geeks grating graveling gravelling greenwashing grossed grrr
-0.4 hard hid idk imposes imposing impressment indoctrinated inhibited inhibiting isolator isolators killocks liards
-0.4 lowerclassman lowlander moaned moaning nah neatherd nerves numbfish obsessively paradox parley pay peculiarly
-0.4 petrifications pressurised pretend pretends questioned questioning ragee reluctantly rigorously ruderals screw
-0.4 screwworm shook skeptics stinkweed stunned teaseling teaselled teasingly tenderfeet tensioned thwarts
-0.4 tragedienne tranquilizers trickie trickinesses trickishness vague victimologists vigorish warn warns weepie |=
-0.3 0_o 8-o accidental alarmism apologizing apprehensively averted battlewagon bittersweet boreal borecoles collide
-0.3 complacent confronter cynics dazes defensives depressurization depressurized depressurizes determinantal
-0.3 dominations dumbcane dumbfounds dumplings dwellers dynamites emptins exposed fainthearted feudalization
-0.3 feudaries flatterer foemen freewheelers friendlessness grievers grosser grossing grossular grossulars hurtle
-0.3 imposed inhibitor killock lobbying lowlanders lowlights lowlihead maniacal mediocrity meh melancholic o-: o:<
-0.3 petrifactions pettier pressurizations pricker promiscuous rainy repressurize rigidify rigidness screwballs
-0.3 serious shakeable shaken shitake shittimwood snobbisms solemn sorry startlingly stealth stealthier stealths
-0.3 strainers teasing tmi toughest trickly trivium unmatched wimples winnow wisecracks
-0.2 (:< :$ amorphous amortised apprehensibly backs battlers bitterbrush bittern bitterroots bittersweets blam
-0.2 borecole boreholes champac champaks champerty clouded craziest defences domination dominatrices dragged
-0.2 dreadlocks dumbbells feudalisms fighters flirted freebooters gratingly impatiens indifference inhibin irony j/t
-0.2 joypop leave lowdowns lowercased lowrider ludicrously nerdier nerdy nimq noob o: panicles pressurizes
-0.2 pressurizing prickers prickled screwball seriousness stinkbug stinkhorn strain swear teaselling tenderloin
-0.2 toughens toughness touted tragicomic tranquilized tranquillized tranquillizers trick trickling wag warsaws
-0.2 weakfish wimpishness wimple winnowers winnows
-0.1 (-:{ 2g2bt adversatively agitato amazons amortize awaited bashful battleship boldfaced borescopes btdt champer
-0.1 champerties chilling crazier creditor dominances dumbfound dumbwaiters dwells feudalizes feudatory flirtations
-0.1 flirtatiously flirtier foetal freebase freeloaders freezers freezes fumes funneling funnelled geekiest
-0.1 grossularite hysterical joypoppers killdeers killie killifish killifishes lamella lamellae lamellibranchs
-0.1 longing lowland lowlands nerdish o_0 opportunistic overlooked panicums petrification preventing prizefight
-0.1 prizefighters repressurizing richweeds screwworms sentenced sillibub sillily stealthy stinkwood suretyship
-0.1 teasel teasels tenderfoot thwarted touts tranquilizer tranquilizes tranquillizer trembles trivial unbiased
-0.1 warsaw wellhole winnower winnowing wiseacres wisecrack wisecracker
0.1 0-8 :-o >;) aboard acquits amorists amorphously amortises backed backing boldfaces boldfacing boreen brooding
0.1 commits creatin defenseman defensibly defensive dwelling faille freeholders funnel funneled funnelling graticule
0.1 harmonicas heron heronry keens killick lamedh lamellas libertarianisms libertarians lobby lousewort lowriders
0.1 matter matters misericorde nasturtiums oversimplifies panicled paniculate peculiarities perfectionists piqued
0.1 pressurized pressurizer prevent prevented reach repressurized repressurizes retained richweed screwdrivers
0.1 screwlike securitizations shittah sigh sillimanite silly smartweeds solemnifying stealthily strongyls stuns
0.1 successions tenderize tenderized thrillers toughen toughened tranquillizes tricking trickled warstle weaponless
0.1 wellhead whitewash wisecrackers withdrawal
0.2 affronted amazonite amazonstones amoretti amortizations apologising apology ayc bashfully benignly boreens
0.2 calmodulin champaign champignons compelled contend crazes creatine delicate determinableness determinant
0.2 discounted dominantly dominants dominates dumbwaiter dynamiting escaping excitonic exhaustless foehns foetus
0.2 foetuses freeway freewheeler freeze geekier graticules gratins gratis grey impressionable infatuated isolatable
0.2 joysticks lamellibranch laughable libertinage nastic neath numbat opportunisms opportunist oversimplification
0.2 overwhelmed radians reaches relentless resentencing securitization sentences sillimanites smartweed smugly
0.2 startlements stealthiness strongyles supremacy swears teashops teaspoon teaspoonful tenderization tenderometer
0.2 tenderometers tragicomedy tranquil trickles vitalism warmblooded welly
0.3 (;< *-) amorettos amorphousness amusia aug-00 authority awaits boldface challenge challenges champertous
0.3 charmeuse clears comedo committing convincers defenders diviner diving dweller dynamometer dynamometers
0.3 dynamometric dynamos easel energetics excitative exciton excuse explorations flatterers freeboard freemasonry
0.3 freestyles freewheeled fumeless hail hurtless intense keened landmark lowercase mandatory number opportunists
0.3 oversells passionflower pensive pls plz pmfji prevents prickets prizefights safetyman screwbean screwdriver
0.3 securitize sentence shakers slickest smilaxes solemnify solemnities solemnize startling strongboxes surprisers
0.3 teas teaspoonsful tenderizes tenderizing tolerances toughnesses tranquilize trustees verdicts victimology
0.3 vindicate vitalist vitalists want welladay whimsical wiseguys }:-)
0.4 >:) admitted anticipation apologised apologize await beauticians benefice beneficiation brights bwahaha bz
0.4 challengers champignon charmeuses cleared creatinine darings defence defenceman defender defensibility
0.4 delicatessen delicatessens demonstration dumpling dwelled dynamiters easements enthral exempt expands fantastico
0.4 flagship flatter flattery flirtiest freelancers freelancing freesia freesias freestyler fumet funnels fysa
0.4 gracilis gratin importancies isolationism kidding legally libertarianism libertines longings meritocrat
0.4 nasturtium numbles opportunism painlessness passionflowers pretending prizefighting profiterole promisors radian
0.4 reached resolvents safes sentimentalising sentimentalisms sentimentalizations slicker speculative stealthiest
0.4 suprematists suretyships teaspoonfuls tenderizer tenderloins thriller tolerantly treasurers treasurership
0.4 trivially trustor vigorishes vigorousness vigours warmouth warmup welled wellies wisents yoyo }:)
0.5 3:) [-; adorns ambivalent amortise amortizable assuror calmatives carefully challenger champagnes champaigns
0.5 champers commitments contender creationists daredevil defense devotees divinise dwell escapes excitor exclusive
0.5 extends feeling fervid flirtatious freehand freeholder freewheel freewheeling funnelform harmonicist herons
0.5 idealogues impressionisms impressionists impressments joker keener laidback launched legal lowe outmaneuvered
0.5 panicle popularises profiteers profiteroles reliant soothed stronghold strongmen supremacist teaspoons tendered
0.5 tranquillities treasurer triumphalist troubleshoots trusteeship unequaled vigorously wellheads wellsite yearning
0.5 zealous
0.6 *) ;] activeness amoretto amortization amortizes benignancy blamelessness brisk careful challenging comedienne
0.6 contestable convincer crediting defencemen delicates dignitaries dominatrixes dynamometry dynamotor emotional
0.6 engagements engrossed fighter flatters flirtatiousness flirters flirty freewheels giggler gn8 graciles greets
0.6 guiltlessness harmonica honoraria humoral idealising impressure indestructible infatuation intellection
0.6 intricate invite joyridden keeners meritocracy methodical mmk nerdiest numberable peculiar peculiarity perfectas
0.6 rapture ratified scoop securers slap smilax solemnizes solid strongyl surpriser tenderer tendering tenders
0.6 tensionless trusteeships verdict vested victimless vitalised warming wishes worshipper
0.7 ;-] adopt adopts amazon amusable assets assurors blameless casually champing cleaner competitive convinces
0.7 convincingness creationism defenses dynamite escape excelsior extend favoritism favoritisms flirts freeboards
0.7 freedmen freehold freelanced freelances freemasonries freestyle freeware fumer growing guiltlessly heronries
0.7 honorarium idealists ijs inquisitive iou isolationist joyrider joystick longingly offenseless partiers peaceniks
0.7 perfectionistic pmji privileging profiter raptures relaxants resolved resolvent resolver resolves securitizing
0.7 sentimentalists smarted solemnization solutions spirit stout strongbox strongman surprisals tenderheartedness
0.7 toughed tougher troubleshooting vigilant worshipful
0.8 ;d acquit activenesses admit adorned adornments adventuress agrees amortized amortizing amusingly apologises
0.8 bargain brilliantine casual chances chuckler crazyweed creationist debonair defensible determinate
0.8 determinations divined divines dominance doubtlessness entrusted excitons fine flawlessly flirting freebased
0.8 freebases freestylers freewheelingly freewriting fyi giggles glamourize guiltless harmlessness harmoniums
0.8 idealisms idealogy ideals important impressible impressionism inspirits intact intellections intellectively
0.8 intellectualists intellectualizing invigorated jho joyrides jp livelihood nurturers palatableness passive
0.8 peacenik playing pmbi prizers profiteer promisee radiancies reaching recommended retreat richens safelights
0.8 sentimentalised sentimentalist sentimentalize sentimentalizing significant sillies silliest smug solemnly solve
0.8 substantial succession superiorities supremacies swift top tranquillest tranquillizing treasury troubleshoot
0.8 troubleshooters unbelievable urgent vitalizations warmups worshippers xtc
0.9 ;) acceptations adequate adorn adorners adventurers allow appeased appeases assurer attractancy audacious
0.9 awarder benignities blamelessly boldnesses buoyant certainties cheerleader clarifies compassionateness
0.9 compelling consent decisive determinable determinably determinatives divining doubtless dynamists dynamitic
0.9 energies exhaustlessness exploration fad flexible freeform graced grants grins hailed harmonicists harmonium
0.9 harmonizations hhok humoresques impression impressions innocenter intrigues jk jokesters joking joyriding jt
0.9 libertarian livelihoods lown loyalisms musm okay opportunistically optimizations pardoned perfectiveness
0.9 perfectives popularizations prepared profitwise promissory raptured recommends romanticized sentimentalities
0.9 spark stimulate stimulated straight successional successively successor surprised surprises tendernesses
0.9 terrorless toughening treasuries triumphalists validated vigour virtuosi visions warm wilco wiselier wishing
0.9 worshipers worth
1 :p ;-) >:p [; abilities acquitted adorning advanced advantage alright amazonstone amoristic appeasing beneficiate
1 bffn brightener brighteners certainty champed champy chance cleverish comprehensive conciliate consents convince
1 created cutesie dearies delicately determinacy dream easing endorsed engagers engages entertainers excitableness
1 exonerating favors flatteringly flexibilities freeholds freers freethinker freethinkers freewill frisky fulfills
1 gigglier giggly gracioso granted guarantee harmless heroicomic honorariums immortal impressionist interests j/w
1 jhomf jj jokes joyrode justifiably keenly loyalism luckiness magnification neater plays pleasers poised
1 popularizers pressureless prizefighter prizer promisor readiness relaxant relaxations relievers resolvable
1 richening sentimentalism sillier steadfast stimulates strongholds successiveness superiors surefire surety
1 troubleshooter trustee trusties vigors virtuose vision warmers wells worshiper worshiping wowsers wp
1.1 (* (; :-, acceptability accepted actives agreed agreements amuser appease apprehensible assurers attachments
1.1 beneficed benefices benignantly brightwork calmative certain chic chuckles chucklesome committed conciliated
1.1 conciliates consolable create creates creation creationisms definite desired determinateness determinative
1.1 determinator devotements divinations dynamics energy engager ensuring entitled excitatory faultlessness
1.1 fearlessly fearlessness fervent fitness forgive forgiveness freedman freelancer freer freestanding freethinking
1.1 gigglingly god grandee greeted grinned grinner gt happing helpers heroicomical humor humoured increased
1.1 innocents invigorator jokey joyride lenient loyalists meriting meritocrats merrythought neatens neats outreach
1.1 painlessly palatably partyers popularised profitabilities profitability promisees radiances relievable resolute
1.1 respectiveness safeguarding safelight salient securement sentimentalized sentimentalizes significance smarty
1.1 sociability solved solves strongly successionally successive successors supporter surprise surprising tnx
1.1 tolerant txs vigor visioning vitalise vitalises vitally vitals warmed warms well willingness worshipfully yolo
1.2 ,-: absolve admiralty admits adventurer adventurists alert amorino attachment attractor attractors avid awardees
1.2 beautician benevolentness blithe bolder champagne championed cheerio cheerleaders cheerleading cheerleads
1.2 chuckled chucklers chucklingly comedians comforters commit convivial creating creditableness d: determinately
1.2 devotional devotionals diviners doubtlessly dynamical dynamisms eased excitability excitants festivalgoers
1.2 flatteries forgivers freeborn freedoms freelance frees gg glamorising glorioles gn gracility grandees hago
1.2 heavenwards helping humored humoresque humorist hurraying idealize immune impressibility inspirators
1.2 intellectualized intelligibly invigorations invigorators jaunty jocular join joke laughableness laughably
1.2 libertinisms lucking magnifications neaten nicety ok opportuneness outgoing painless pardons partyer perfective
1.2 playfulness popularising promisingly prospect prospects radiants relaxins respectableness restore restores
1.2 restoring romanticizing securities sentimentalise sentimentality sentimentalization share shares singleminded
1.2 sociabilities solidarity sparkling stable stamina succeeder supportive surer surprisingly surviving swiftly
1.2 tenderers tolerance tranquilly treasure treasurerships trustors usefulness vital vitalities vitamin warmer wiser
1.2 worship yeah yep
1.3 (-* (-; :-) :?) =p [: ability absolves acceptable acceptableness acceptation accepts achievable acquitting
1.3 actively admiral adorner adornment adventure adventured adventuresomeness adventurously agreeablenesses amusers
1.3 apologized assures assurgent attractant awarders benign benignity bolds boosts calm calmly calms comfortableness
1.3 competent conciliating cool curious cutely desirable desirous eases easygoing embrace endorse endorsement
1.3 entertain expand fair faithed fan fantasticalness favorer favouring festivalgoer flattering flexibly freebee
1.3 freebees freedwomen fresh funnies funnymen gl glamorise gracing granting gratify greet harmonies harmonised
1.3 heros honorers huge humorists idealizer importantly improvements improvers incentives increase inspirited
1.3 intellectualistic inviting invulnerable joked joyriders kewl laoj leet meaningful meritoriously nbd neatening
1.3 neatness novel nurturances optimally optimistic original pardon perfectionism perfecto pleasantries please
1.3 popularization popularize pray profited prominent promise promiser protects radiantly redeemed reliefs relievo
1.3 rescues respectfulnesses respects responsible riskless romancer romances romanticises romanticists secures
1.3 securing sentimental shockproof smartie sok solution soothing sparkles spirited strengthen succeeders supported
1.3 supremos sure surest sureties trustier truth vitality vitalizing wises wisewomen youthful
1.4 0:-) ;^) ^<_< advantaged adventures adventuresses adventurist adventurous agreeing applauds assurance assurances
1.4 assure assuredness attractants badass benefic benevolently boosting brightnesses certainly charitably chuckling
1.4 clevernesses contented contentedness creditabilities daringness delectables determined devote diamond dignities
1.4 dynamist easefully easily endorses engage engaging enthusiasts excited exciters exultantly favorers flexibility
1.4 forgave forgivingly freehanded funnyman g1 gains gentler gigglers giver giving gladly glamors ha harmlessly
1.4 harmonising harmonizing heavenward helper hho1/2k highlight honorary honorific humerous idealise idealizations
1.4 idealizing importancy innocent innocently intellectually intelligible irresistible j/p j4f keenness lawl m8
1.4 magnificoes meditative merited motivation neatly np ntmu nurture openness partied partier perfecta perfecters
1.4 play played popularizes prays pride promotes proudhearted radiance radiancy reassurances reassure relaxers
1.4 relievedly resolvers respectively restored revive robust safeguards safekeeping secure securely secureness
1.4 securitized security shared solving strengtheners superiority tenderest thks validates validating value valuing
1.4 vitalizes warmish welcomed welcomer wellsprings worships worthwhile
1.5 (-:o (^: (^; 0:-3 5fs :-p absolved acceptably admirals admires advantageous advantages adventurism affectionally
1.5 affections agree amusement amusements apologizes applauded appreciators asset assured attract beneficences
1.5 boldly boldness boosted brightens brightly calmer charminger cheerled comedy comfort contentment courtesy
1.5 coziness creatively credited credits cutesier cuteys cutie d= daring devotement dynamically dynamistic eager
1.5 ease easeful easygoingness efficiency elation encouraged encourager encouragers energizations engagingly
1.5 enthusiast excitabilities excitable ez fantasticate festivals fiestas fit freehearted freemen giggled giggling
1.5 gloriole grant gratifies greater grinning harmonics harmonizes honoraries humoristic idealities importance
1.5 impressionistic incentive inspiratory intellectualization intellectualize intellectualness intelligencer
1.5 intelligentsia intelligibility intelligibleness interestedly invigoration jewel jokester keen kissers kk like
1.5 loyalist mercy natural niceties nurtural o:) opportunely optimal optimizer perfectible perfectionist pleasanter
1.5 popularizing praying privilege promised promoting ready reassurance reassures recommend relaxedly relaxes
1.5 relieve reliever relieves relieving responsive restful romanticization safeguarded safeness safeties
1.5 satisfactoriness satisfactory scrumptiously securer sincerities smartened smartens smartly smartnesses smile
1.5 smileys sociableness soothe supportiveness supports surefootedness surprisal survivor sympathy tenderhearted
1.5 thank thrill thrills thx tranquilities tranquilness truer trustfully tx validate vigoroso virtues vitalized
1.5 warmness wealthy wellspring wised
1.6 (-: (o: *<|:-) *^: 0;^) =] absolving accept acceptabilities acceptant accepting admiralties admirations admiring
1.6 adores advantageousness advantaging agreeably alive amorist amusing apologise appreciativeness assuredly
1.6 assuring astonished beaut benefits blessedness bold boldest brighter brightness calmed calmest calmnesses
1.6 capable captivated charitablenesses cherish clear comedian comediennes commitment compassionated compassionates
1.6 compassionating convincingly creations creativity credit d-: darlingly dear delighting devotedly devotee devotes
1.6 divinatory dynamic dynamism eagerly eagers easement easiness efficiencies elegancies enchanted energization
1.6 ensure entertainer enthuse exonerates favorably favourer favourers flattered focused foolproof forgivably
1.6 forgiven freedwoman freeness freest friendships funninesses gained glamorization glamorizers glorifiers graces
1.6 gratification gratified greeting grinners growth harmonized harmonizer harmonizers helps holidays honourers
1.6 hoped hopefulness huggable hugger humorous humors idealist impressionistically innocence innovation integrity
1.6 intellectuals intelligencers intelligences j/k jw kissed liveliness lts luckie lucks lylb merrythoughts motivate
1.6 niceness nurturance o;^) opportunities optimisation optimises optimists optimization palatable partying
1.6 passional peacekeeper peacekeepers peacekeepings perfects picturesque playfully popularise popularities
1.6 positivism prettied privileges profitably profiting promisers promises promote protect relaxer relieved
1.6 relishing resolve resolving respecters revives rewarder safeguard satisfactorily securitizes smarts sociably
1.6 stressless stresslessness stronger stunning surefootedly thoughtful tranquilest trustily trustiness trustingly
1.6 trustingness ty unified untarnished vindicates vitalization vitalize welldoers welling wiseliest worshipfulness
1.6 worshipping xp xqzt yvw
1.7 8-d :-* [= acceptances accomplishes active admirers adorer adventuresome adventuristic amuse amuses amusive
1.7 appreciate appreciations appreciatory approves astound attracts awarded beautifier beautifiers beauts
1.7 beneficialness benefitted benevolence blessedly boost calming calmness carefree charitable charm cheerer
1.7 cheerlead chuckle clarity clean clearly comedic comedies comforting comfortingly compassionately complimentarily
1.7 compliments convinced convincing creativities creditably definitely desire determination devoted dignity
1.7 divination dreams eagerness efficiently empathetic energizers engaged enlightens entertained enthuses
1.7 exhilarating fantasticality favor favorited flirtation forgivable forgiver forgives freed freeman freenesses
1.7 friended funnier gallant gga giggliest givers glamorize gracile grander hardy harmonize harmony healthy heavens
1.7 help hilarious holiday honorer honorifics hopefully hugged humouring idealism idealistically impressiveness
1.7 intellective intellectualities intellectuality interested interesting interestingly j4g jollities justified
1.7 kisser laugher laughers liking livelier livelong meritoriousness merits merrier merrymakers neatest nifty
1.7 nurturant opportune optimised optimising pardoning parties party peaceable peacemaking pleaser pleases
1.7 positivists pretties promising rapturous reassured reassuring reinvigorating relaxin respectably respectfully
1.7 romancers romantic romanticise romanticised safest secured sincere smart smartening smarties smiler smiley
1.7 special splendiferousness strengths strongish support terrifically thoughtfully treat trusting truthfulness
1.7 valuableness values virtuosa warmest warmly welcomes wish x-p yeees yes
1.8 accomplish admirer adored adventurousness affectioned agreeable agreeableness amorous amused amusingness
1.8 applause appreciatively approved astounded astounding attracted attractions attractiveness awardee beatific
1.8 beautifies beneficiaries bless cared championing champs charity cheerers comfortably comforted complimented
1.8 creativeness creditable cutes dearly deliciousness devotions dignify divinities easier easiest efficient
1.8 elegances encouragement energetically enjoyably entertainment excitant excitation excitations exonerate
1.8 exonerated faith faithfully faiths favored favoring favorites favoured favours ff foaf forgivingness freebie
1.8 freebies friending friendlily fulfilled funniness funning gaining generously genial gentlest giggle glamorised
1.8 glamorizing grace gratefuller gratifications greetings hahas harmonic harmoniousness harmonise helpful heroines
1.8 honesties honourer hopes hoping huggers hugging hurrayed idealistic idealization idealized ideally improver
1.8 improves improving inspiring inspiriting intellects intellectualizes interestingness jollity kiss kissy
1.8 lighthearted liked likes livelily lmbao lol lucky magnifico marvel mature merit nice once-in-a-lifetime
1.8 opportunity optimisations optimizes peaceableness perfecter perfectibility popular popularizer popularly
1.8 positivisms powerful proactive progress promoted qt reassuringly reinvigorates rescued respectabilities
1.8 respective romantically romanticize romanticizes rotglmao safer safety satisfied satisfies saved sharing
1.8 sincereness sparkle strengthened strengthener succeeded sunny talent tenderly tenderness thankfully tranquility
1.8 tranquillity treasures true trustworthiness truths united usefully vindicated virtue virtuosas virtuosos
1.8 virtuously vivacious warmhearted wellborn winnable winned wisely woot yw {:
1.9 (-:|>* (^;o *: 0:) 0:03 8) <3 accomplished advantageously affectional affectionate agog agreeability
1.9 appreciating attractive awarding beautification beneficial benefitting benevolences better blessers braved
1.9 braves bright brighten brilliants championship charitableness charmer charms cheerfuller cherishers classy
1.9 comforter commend commended complimentary considerate contentedly creative creditability creditworthiness
1.9 cutenesses dearer dears deary deliciously dignitary easy effectively elegantly encourages energetic energising
1.9 enjoyable enjoyableness entertaining entertainingly enthusiasm enthusing esteemed excitements exciter excitingly
1.9 faithful faithfulness fame fave favour fearless fond fondly forgiving fortunate freely friendship fulfill
1.9 funnily funny gallantly gentle gift glamours good hak handsomely harmoniously harmonization helpfulness
1.9 heroizing hi5 honester honorarily hope hurrahed ideality idealizers impress improve influential innocency
1.9 innovative inspirator inspires inspirit intelligential invigorate jovial keenest kissably laughings lively
1.9 loyalties lucked luckier n1 nicely nicer nurtured nurturer nurtures optimality optimise peacefuller playful
1.9 pleased pleasurability pleasures popularized positivistic praiseworthily preciousness privileged profit
1.9 profitable profits protected proudful reinvigorated rejoice relax respectable respectfulness rewarders richened
1.9 richly romanticist romantics safe satisfaction satisfiable satisfyingly sentimentally smarten sociable
1.9 splendiferously stimulating strongest sunshiny supporters supporting supremo surefooted surely thanked
1.9 thankfuller thanks thoughtfulness thrilled tranquiler triumphalisms truest truly truster truthfully urw useful
1.9 valued welcomely welcomers welcoming wellness wiseness worthy
2 (^;0 :) :c) =-3 acceptance amorousness aok applaud attraction awards benefit blesseder braveries breathtaking
2 brilliantines carefulness cares charmed cherishable cherishing clever cleverer compassion cute cutiepie dearness
2 dedicated delighter delights devotedness devotion dignifies encouragingly energizing engagement enjoyments
2 enthused enthusiasms excel fab fantastical fascinates faultless faultlessly fav favorite festive friendlier
2 friendliness ftw gently gj glad glamourous glorification goodness graceful grand grateful gratifyingly gratz haha
2 handsomer harmonious heroized hhoj honestly hugz humourous idealises idealizes impressively improvement innovates
2 inspirers intellect intellectualist intelligent intelligently interest invigoratingly j/j jewels jollies
2 jollifications kindness kissable l laughed likeable luck lulz marvels merriments mirthfully mml motivated neat
2 neatened noble nurturing o:-) optimisms optimized optimizing passion peaceably peacekeeping peacemaker pleasantry
2 positivist praiser praisers prizes rejoiced relaxedness respectful rewardable romancing romanticizations satisfy
2 satisfying serene sincerer sincerest smarter smartness smiling splendors sprightly strengthens suave sureness
2 sweet talents thankfullest thrillingly triumphal triumphs truthful virtuoso virtuousness warmth wealthily welcome
2 welcomeness wows
2.1 ((-: (-;| (?: *-: 10q 1337 2qt :> :^) :o) :} <: =3 >_>^ @>-->-- admire adorably adorers amazedly ambitious
2.1 applauding approval ardent astoundingly astounds attracting attractivenesses beautified beautifuler beneficiary
2.1 brightened champ charmers cheerfully cheerfulness cheers comedically comforts compliment confidently
2.1 courageousness cutesy cutey daringly delightedness delightfulness devoting dignifying effective elegance
2.1 elegancy elegant encouragements energised energize energizer energizes excite excites fantasticalities
2.1 fascinated favorable festivities fiesta freeing friends glamor glamorises glamorized glamorously glories
2.1 gorgeousnesses grandeurs gratefully grin harmonically heartwarming heroize honoree honourable honouring hug
2.1 humoring humour hurrahs idealised impressed impresses improved inspirations inspiritingly intelligence
2.1 invigorates invigorating jollify liveliest loyal loyally medal meritorious nicenesses o/\o okays optimistically
2.1 optimizers peacefulness peaces peacetimes perfectibilities perfectively pleasantly popularity prettier
2.1 prosperous proud radiant rejoices relief respect respected respecter rewards richnesses roflcopter romanticisms
2.1 satisfactions scrumptious sincerely slaw smiles splendidly sweeties sweetly terrific thankfulness thrilling
2.1 treasuring triumph trueness trustability trusted trustful trustfulness trusts valuable valuables vbg virtuosity
2.1 vitalising vwp winners wise wisest woo wtg
2.2 ('-: (: (= --<--<@ :] ;-* =) @}-;-'--- \o/ admirableness adorability adorable adorations affectionately
2.2 agreement amazed amazements amazes amusedly attractively beneficently benignant blessing bravery care caring
2.2 championships charities charmingly cheeriest cherisher cherishes compassionate confident congratulate courage
2.2 cutesiest cuties darlings dearie devotionally dignified energise energises enjoy enjoyer enjoyers enlightened
2.2 enthusiastic excelled excitement exciting fascination favorableness festival festively festivity friend
2.2 friendlies friendly funner glorifies gracefuller gracefulness gratefulness hagd hagn hand handsome heroisms
2.2 heroizes honesty honor honorability honorableness honorifically honoured honours hugs innovate inspired inspirer
2.2 intellectualism invincible jollification joys kinder kindly kmuf l&r laughing laughs laughter laughters lovelies
2.2 merriness merrymaker merrymaking motivating nh nicest o:-3 optimize passions peaceful peacetime perfectivity
2.2 positivenesses praised preciously pretty prouder reinvigoration relaxed relaxing respecting rewarded richness
2.2 romanced romanticism safely save splendorous splendour splendours splendrous strength strengthening succeed
2.2 succeeding succeeds successfully sunshine superiorly supremest sweetie sweetness sweets triumphed trustiest
2.2 trusty virtuosic w00t wealth wealthier wealthiest |;-)
2.3 (': *\0/* ---'-;-{@ :') :-d :3 :d =d admired admiringly adventuring amoroso amorously appreciated appreciates
2.3 appreciation beautify beautifying beloved beneficent bl bravely bravest brilliancies cheer cheered cheering
2.3 cherished cleverly cleverness comfortable complimenting confidence courageously courteous cuteness cuter
2.3 darlingness dauntless delighted delightsome divinize earnest ecstasies ecstatic encourage energized enjoyed
2.3 enjoys enlighten enlightening enterprising entertainments ethical excitedly flawless free fun funned generosity
2.3 generous glamorous glorified glorifier gorgeously graciously gratifying gratitude h&k heaven heavenlinesses
2.3 helpfully heroes honest honorees honoring honors hooray hopeful humorously impressive inspirational
2.3 inspirationally intellectual iyq jolly jollying joyance k4y kfy kindnesses kisses kudos laughingly liberties
2.3 luckily magnific magnificences muah o:3 passionateness perfecting pleasant pleasantness pleasantnesses pleasured
2.3 positiveness positiver positivity prize prizewinner reinvigorate rescue revered smilingly splendidness strong
2.3 sunnier supremeness supremer survived swak sympathetic talented tgif tia tops triumphantly triumphing trust
2.3 trustable trustworthily valuably vip winningly woohoo xoxozzz
2.4 (:0 *-; 14aa41 =-d admirability adoringly affection awardable beauties beautifications beneficially brave braver
2.4 champions charmingest cheerly congrats courageous creditworthy delightedly encouraging enjoying entertains
2.4 excellencies fabulous fascinate festiveness gain generousness glamorizer glamorizes glamour gloried glorifying
2.4 gracefully graciousness grandest grandeur handsomeness happier heroically heroics honorably humorousness
2.4 hurrahing hurrays ideal inspiration jollied jollier joyfuller justice kind liberty lovers magnifical
2.4 magnifically magnificence merrily merriment merrymakings optimist passionate passionately peacefully peacemakers
2.4 pleasing pleasurable pleasurableness positively positives praises praiseworthiness prized prizewinners
2.4 profitableness r&r relaxation respectability rewarding rewardingly richer riches richest sexy sgtm sunniest
2.4 triumphant vibrant virtuous visionary wealthiness winning wisdom worshiped yay yummy
2.5 (:o :* aas admirably admiration adorableness amaze amazement award beauteous blessings bonus brightening
2.5 bwahahah cheerful cheerily cheeriness excellences excellency excelling excels fascinating fondness fwb gla glory
2.5 heartfelt honorable impressing jolliness joyfully joying lmfao loyalty masterpieces merry mwah optimism peace
2.5 perfections praising roflmao rotflmfao self-confident smiled superior treasurable tyvm welldoer winnings wowing
2.5 ywia
2.6 (8 1432 :^* admirable adore adoring appreciative appreciator b^d beauteously beautifulest beautifulness blesser
2.6 blesses bonuses brilliancy cheerier cheery cleverest dearest delighters divine enjoyment enthusiastically
2.6 fantastic friendliest funniest gallantry generosities gloriousness gracious hahaha handsomest happily happiness
2.6 hero heroic hurrah ily2 inspiringly laugh ly lylas mirth pleasantest pleasurably positive positivities praise
2.6 praiseworthy proudest proudly ptl remarkable rich romance rotfl securest sophisticated splendiferous successes
2.6 supreme treasured trustworthy vwd wowed x-d
2.7 :'-) aayf beauteousness beautifully benevolent bliss celebrate celebrated celebrates celebrating delicious
2.7 delightfully divinest divinity excellent glorify gr8 happy heavenliest heavenliness heroine honour hurray iluaaf
2.7 inspire jollily joyfulness kissing lmso lolz loves lovingness ly4e lylab merriest mirthful overjoyed perfect
2.7 perfected perfection pleasure precious prettiest reward rofl romanticising sfete splendent success
2.7 successfulness supremely tenderheartedly thankful warmheartedness wd wins won wonderful worshipped
2.8 (-:0 2g2b4g :-)) alol amazing beauty beneficence blessedest brilliant charming cutest darling delectably
2.8 delightful ecstatically exhilarates exuberant fabulousness godsend gracefullest heroism honored joy joyousness
2.8 lifesaver lovely lover loverly miracle pleasuring pukka rejoicing rotflmao sete splendid successful sweethearts
2.8 tenderheartednesses win winner wow xd
2.9 8d adoration ambw beautiful bff blessed blissful blockbuster brilliance brilliances champion congratulation
2.9 congratulations delectable delight divinely ecstasy ecstatics funnest gleeful gloriously gorgeousness heroical
2.9 jolliest joyed joyful joyously lmao loved loving luckiest magnificent marvelous positivest rotgl soulmate super
2.9 wonderfully wonderfulness
3 amor brightest brilliantly enrapture exhilarated exultant gorgeous hallelujah heavenlier heavenly honestest
3 jubilant lovable lyb outstanding perfectness prizewinning rotflol smartest splendor sweet<3 xlnt xoxo
3.1 awesome excellence excellently great joyous lyl masterpiece peacefullest perfectest superb vbs
3.2 143 best cheerfullest elated euphoric freedom glee glorious greatest happiest heart love lovingly paradise
3.2 perfectly
3.3 ecstacy euphoria hearts lya sweetheart
3.4 aml ilu ily magnificently
`;

/** Lines of an emoji and the words that stand for it. */
export const VADER_EMOJI = `
😀 grinning face
😁 beaming face with smiling eyes
😂 face with tears of joy
🤣 rolling on the floor laughing
😃 grinning face with big eyes
😄 grinning face with smiling eyes
😅 grinning face with sweat
😆 grinning squinting face
😉 winking face
😊 smiling face with smiling eyes
😋 face savoring food
😎 smiling face with sunglasses
😍 smiling face with heart-eyes
😘 face blowing a kiss
🥰 smiling face with 3 hearts
😗 kissing face
😙 kissing face with smiling eyes
😚 kissing face with closed eyes
☺ smiling face
🙂 slightly smiling face
🤗 hugging face
🤩 star-struck
🤔 thinking face
🤨 face with raised eyebrow
😐 neutral face
😑 expressionless face
😶 face without mouth
🙄 face with rolling eyes
😏 smirking face
😣 persevering face
😥 sad but relieved face
😮 face with open mouth
🤐 zipper-mouth face
😯 hushed face
😪 sleepy face
😫 tired face
😴 sleeping face
😌 relieved face
😛 face with tongue
😜 winking face with tongue
😝 squinting face with tongue
🤤 drooling face
😒 unamused face
😓 downcast face with sweat
😔 pensive face
😕 confused face
🙃 upside-down face
🤑 money-mouth face
😲 astonished face
☹ frowning face
🙁 slightly frowning face
😖 confounded face
😞 disappointed face
😟 worried face
😤 face with steam from nose
😢 crying face
😭 loudly crying face
😦 frowning face with open mouth
😧 anguished face
😨 fearful face
😩 weary face
🤯 exploding head
😬 grimacing face
😰 anxious face with sweat
😱 face screaming in fear
🥵 hot face
🥶 cold face
😳 flushed face
🤪 zany face
😵 dizzy face
😡 pouting face
😠 angry face
🤬 face with symbols on mouth
😷 face with medical mask
🤒 face with thermometer
🤕 face with head-bandage
🤢 nauseated face
🤮 face vomiting
🤧 sneezing face
😇 smiling face with halo
🤠 cowboy hat face
🥳 partying face
🥴 woozy face
🥺 pleading face
🤥 lying face
🤫 shushing face
🤭 face with hand over mouth
🧐 face with monocle
🤓 nerd face
😈 smiling face with horns
👿 angry face with horns
🤡 clown face
👹 ogre
👺 goblin
💀 skull
☠ skull and crossbones
👻 ghost
👽 alien
👾 alien monster
🤖 robot face
💩 pile of poo
😺 grinning cat face
😸 grinning cat face with smiling eyes
😹 cat face with tears of joy
😻 smiling cat face with heart-eyes
😼 cat face with wry smile
😽 kissing cat face
🙀 weary cat face
😿 crying cat face
😾 pouting cat face
🙈 see-no-evil monkey
🙉 hear-no-evil monkey
🙊 speak-no-evil monkey
🏻 light skin tone
🏼 medium-light skin tone
🏽 medium skin tone
🏾 medium-dark skin tone
🏿 dark skin tone
👶 baby
🧒 child
👦 boy
👧 girl
🧑 adult
👨 man
👩 woman
🧓 older adult
👴 old man
👵 old woman
👮 police officer
🕵 detective
💂 guard
👷 construction worker
🤴 prince
👸 princess
👳 person wearing turban
👲 man with Chinese cap
🧕 woman with headscarf
🧔 bearded person
👱 blond-haired person
🤵 man in tuxedo
👰 bride with veil
🤰 pregnant woman
🤱 breast-feeding
👼 baby angel
🎅 Santa Claus
🤶 Mrs. Claus
🦸 superhero
🦹 supervillain
🧙 mage
🧚 fairy
🧛 vampire
🧜 merperson
🧝 elf
🧞 genie
🧟 zombie
🙍 person frowning
🙎 person pouting
🙅 person gesturing NO
🙆 person gesturing OK
💁 person tipping hand
🙋 person raising hand
🙇 person bowing
🤦 person facepalming
🤷 person shrugging
💆 person getting massage
💇 person getting haircut
🚶 person walking
🏃 person running
💃 woman dancing
🕺 man dancing
👯 people with bunny ears
🧖 person in steamy room
🧗 person climbing
🧘 person in lotus position
🛀 person taking bath
🛌 person in bed
🕴 man in suit levitating
🗣 speaking head
👤 bust in silhouette
👥 busts in silhouette
🤺 person fencing
🏇 horse racing
⛷ skier
🏂 snowboarder
🏌 person golfing
🏄 person surfing
🚣 person rowing boat
🏊 person swimming
⛹ person bouncing ball
🏋 person lifting weights
🚴 person biking
🚵 person mountain biking
🏎 racing car
🏍 motorcycle
🤸 person cartwheeling
🤼 people wrestling
🤽 person playing water polo
🤾 person playing handball
🤹 person juggling
👫 man and woman holding hands
👬 two men holding hands
👭 two women holding hands
💏 kiss
💑 couple with heart
👪 family
🤳 selfie
💪 flexed biceps
🦵 leg
🦶 foot
👈 backhand index pointing left
👉 backhand index pointing right
☝ index pointing up
👆 backhand index pointing up
🖕 middle finger
👇 backhand index pointing down
✌ victory hand
🤞 crossed fingers
🖖 vulcan salute
🤘 sign of the horns
🤙 call me hand
🖐 hand with fingers splayed
✋ raised hand
👌 OK hand
👍 thumbs up
👎 thumbs down
✊ raised fist
👊 oncoming fist
🤛 left-facing fist
🤜 right-facing fist
🤚 raised back of hand
👋 waving hand
🤟 love-you gesture
✍ writing hand
👏 clapping hands
👐 open hands
🙌 raising hands
🤲 palms up together
🙏 folded hands
🤝 handshake
💅 nail polish
👂 ear
👃 nose
🦰 red-haired
🦱 curly-haired
🦲 bald
🦳 white-haired
👣 footprints
👀 eyes
👁 eye
🧠 brain
🦴 bone
🦷 tooth
👅 tongue
👄 mouth
💋 kiss mark
💘 heart with arrow
❤ red heart
💓 beating heart
💔 broken heart
💕 two hearts
💖 sparkling heart
💗 growing heart
💙 blue heart
💚 green heart
💛 yellow heart
🧡 orange heart
💜 purple heart
🖤 black heart
💝 heart with ribbon
💞 revolving hearts
💟 heart decoration
❣ heavy heart exclamation
💌 love letter
💤 zzz
💢 anger symbol
💣 bomb
💥 collision
💦 sweat droplets
💨 dashing away
💫 dizzy
💬 speech balloon
🗨 left speech bubble
🗯 right anger bubble
💭 thought balloon
🕳 hole
👓 glasses
🕶 sunglasses
🥽 goggles
🥼 lab coat
👔 necktie
👕 t-shirt
👖 jeans
🧣 scarf
🧤 gloves
🧥 coat
🧦 socks
👗 dress
👘 kimono
👙 bikini
👚 woman’s clothes
👛 purse
👜 handbag
👝 clutch bag
🛍 shopping bags
🎒 school backpack
👞 man’s shoe
👟 running shoe
🥾 hiking boot
🥿 woman’s flat shoe
👠 high-heeled shoe
👡 woman’s sandal
👢 woman’s boot
👑 crown
👒 woman’s hat
🎩 top hat
🎓 graduation cap
🧢 billed cap
⛑ rescue worker’s helmet
📿 prayer beads
💄 lipstick
💍 ring
💎 gem stone
🐵 monkey face
🐒 monkey
🦍 gorilla
🐶 dog face
🐕 dog
🐩 poodle
🐺 wolf face
🦊 fox face
🦝 raccoon
🐱 cat face
🐈 cat
🦁 lion face
🐯 tiger face
🐅 tiger
🐆 leopard
🐴 horse face
🐎 horse
🦄 unicorn face
🦓 zebra
🦌 deer
🐮 cow face
🐂 ox
🐃 water buffalo
🐄 cow
🐷 pig face
🐖 pig
🐗 boar
🐽 pig nose
🐏 ram
🐑 ewe
🐐 goat
🐪 camel
🐫 two-hump camel
🦙 llama
🦒 giraffe
🐘 elephant
🦏 rhinoceros
🦛 hippopotamus
🐭 mouse face
🐁 mouse
🐀 rat
🐹 hamster face
🐰 rabbit face
🐇 rabbit
🐿 chipmunk
🦔 hedgehog
🦇 bat
🐻 bear face
🐨 koala
🐼 panda face
🦘 kangaroo
🦡 badger
🐾 paw prints
🦃 turkey
🐔 chicken
🐓 rooster
🐣 hatching chick
🐤 baby chick
🐥 front-facing baby chick
🐦 bird
🐧 penguin
🕊 dove
🦅 eagle
🦆 duck
🦢 swan
🦉 owl
🦚 peacock
🦜 parrot
🐸 frog face
🐊 crocodile
🐢 turtle
🦎 lizard
🐍 snake
🐲 dragon face
🐉 dragon
🦕 sauropod
🦖 T-Rex
🐳 spouting whale
🐋 whale
🐬 dolphin
🐟 fish
🐠 tropical fish
🐡 blowfish
🦈 shark
🐙 octopus
🐚 spiral shell
🦀 crab
🦞 lobster
🦐 shrimp
🦑 squid
🐌 snail
🦋 butterfly
🐛 bug
🐜 ant
🐝 honeybee
🐞 lady beetle
🦗 cricket
🕷 spider
🕸 spider web
🦂 scorpion
🦟 mosquito
🦠 microbe
💐 bouquet
🌸 cherry blossom
💮 white flower
🏵 rosette
🌹 rose
🥀 wilted flower
🌺 hibiscus
🌻 sunflower
🌼 blossom
🌷 tulip
🌱 seedling
🌲 evergreen tree
🌳 deciduous tree
🌴 palm tree
🌵 cactus
🌾 sheaf of rice
🌿 herb
☘ shamrock
🍀 four leaf clover
🍁 maple leaf
🍂 fallen leaf
🍃 leaf fluttering in wind
🍇 grapes
🍈 melon
🍉 watermelon
🍊 tangerine
🍋 lemon
🍌 banana
🍍 pineapple
🥭 mango
🍎 red apple
🍏 green apple
🍐 pear
🍑 peach
🍒 cherries
🍓 strawberry
🥝 kiwi fruit
🍅 tomato
🥥 coconut
🥑 avocado
🍆 eggplant
🥔 potato
🥕 carrot
🌽 ear of corn
🌶 hot pepper
🥒 cucumber
🥬 leafy green
🥦 broccoli
🍄 mushroom
🥜 peanuts
🌰 chestnut
🍞 bread
🥐 croissant
🥖 baguette bread
🥨 pretzel
🥯 bagel
🥞 pancakes
🧀 cheese wedge
🍖 meat on bone
🍗 poultry leg
🥩 cut of meat
🥓 bacon
🍔 hamburger
🍟 french fries
🍕 pizza
🌭 hot dog
🥪 sandwich
🌮 taco
🌯 burrito
🥙 stuffed flatbread
🥚 egg
🍳 cooking
🥘 shallow pan of food
🍲 pot of food
🥣 bowl with spoon
🥗 green salad
🍿 popcorn
🧂 salt
🥫 canned food
🍱 bento box
🍘 rice cracker
🍙 rice ball
🍚 cooked rice
🍛 curry rice
🍜 steaming bowl
🍝 spaghetti
🍠 roasted sweet potato
🍢 oden
🍣 sushi
🍤 fried shrimp
🍥 fish cake with swirl
🥮 moon cake
🍡 dango
🥟 dumpling
🥠 fortune cookie
🥡 takeout box
🍦 soft ice cream
🍧 shaved ice
🍨 ice cream
🍩 doughnut
🍪 cookie
🎂 birthday cake
🍰 shortcake
🧁 cupcake
🥧 pie
🍫 chocolate bar
🍬 candy
🍭 lollipop
🍮 custard
🍯 honey pot
🍼 baby bottle
🥛 glass of milk
☕ hot beverage
🍵 teacup without handle
🍶 sake
🍾 bottle with popping cork
🍷 wine glass
🍸 cocktail glass
🍹 tropical drink
🍺 beer mug
🍻 clinking beer mugs
🥂 clinking glasses
🥃 tumbler glass
🥤 cup with straw
🥢 chopsticks
🍽 fork and knife with plate
🍴 fork and knife
🥄 spoon
🔪 kitchen knife
🏺 amphora
🌍 globe showing Europe-Africa
🌎 globe showing Americas
🌏 globe showing Asia-Australia
🌐 globe with meridians
🗺 world map
🗾 map of Japan
🧭 compass
🏔 snow-capped mountain
⛰ mountain
🌋 volcano
🗻 mount fuji
🏕 camping
🏖 beach with umbrella
🏜 desert
🏝 desert island
🏞 national park
🏟 stadium
🏛 classical building
🏗 building construction
🧱 bricks
🏘 houses
🏚 derelict house
🏠 house
🏡 house with garden
🏢 office building
🏣 Japanese post office
🏤 post office
🏥 hospital
🏦 bank
🏨 hotel
🏩 love hotel
🏪 convenience store
🏫 school
🏬 department store
🏭 factory
🏯 Japanese castle
🏰 castle
💒 wedding
🗼 Tokyo tower
🗽 Statue of Liberty
⛪ church
🕌 mosque
🕍 synagogue
⛩ shinto shrine
🕋 kaaba
⛲ fountain
⛺ tent
🌁 foggy
🌃 night with stars
🏙 cityscape
🌄 sunrise over mountains
🌅 sunrise
🌆 cityscape at dusk
🌇 sunset
🌉 bridge at night
♨ hot springs
🌌 milky way
🎠 carousel horse
🎡 ferris wheel
🎢 roller coaster
💈 barber pole
🎪 circus tent
🚂 locomotive
🚃 railway car
🚄 high-speed train
🚅 bullet train
🚆 train
🚇 metro
🚈 light rail
🚉 station
🚊 tram
🚝 monorail
🚞 mountain railway
🚋 tram car
🚌 bus
🚍 oncoming bus
🚎 trolleybus
🚐 minibus
🚑 ambulance
🚒 fire engine
🚓 police car
🚔 oncoming police car
🚕 taxi
🚖 oncoming taxi
🚗 automobile
🚘 oncoming automobile
🚙 sport utility vehicle
🚚 delivery truck
🚛 articulated lorry
🚜 tractor
🚲 bicycle
🛴 kick scooter
🛹 skateboard
🛵 motor scooter
🚏 bus stop
🛣 motorway
🛤 railway track
🛢 oil drum
⛽ fuel pump
🚨 police car light
🚥 horizontal traffic light
🚦 vertical traffic light
🛑 stop sign
🚧 construction
⚓ anchor
⛵ sailboat
🛶 canoe
🚤 speedboat
🛳 passenger ship
⛴ ferry
🛥 motor boat
🚢 ship
✈ airplane
🛩 small airplane
🛫 airplane departure
🛬 airplane arrival
💺 seat
🚁 helicopter
🚟 suspension railway
🚠 mountain cableway
🚡 aerial tramway
🛰 satellite
🚀 rocket
🛸 flying saucer
🛎 bellhop bell
🧳 luggage
⌛ hourglass done
⏳ hourglass not done
⌚ watch
⏰ alarm clock
⏱ stopwatch
⏲ timer clock
🕰 mantelpiece clock
🕛 twelve o’clock
🕧 twelve-thirty
🕐 one o’clock
🕜 one-thirty
🕑 two o’clock
🕝 two-thirty
🕒 three o’clock
🕞 three-thirty
🕓 four o’clock
🕟 four-thirty
🕔 five o’clock
🕠 five-thirty
🕕 six o’clock
🕡 six-thirty
🕖 seven o’clock
🕢 seven-thirty
🕗 eight o’clock
🕣 eight-thirty
🕘 nine o’clock
🕤 nine-thirty
🕙 ten o’clock
🕥 ten-thirty
🕚 eleven o’clock
🕦 eleven-thirty
🌑 new moon
🌒 waxing crescent moon
🌓 first quarter moon
🌔 waxing gibbous moon
🌕 full moon
🌖 waning gibbous moon
🌗 last quarter moon
🌘 waning crescent moon
🌙 crescent moon
🌚 new moon face
🌛 first quarter moon face
🌜 last quarter moon face
🌡 thermometer
☀ sun
🌝 full moon face
🌞 sun with face
⭐ star
🌟 glowing star
🌠 shooting star
☁ cloud
⛅ sun behind cloud
⛈ cloud with lightning and rain
🌤 sun behind small cloud
🌥 sun behind large cloud
🌦 sun behind rain cloud
🌧 cloud with rain
🌨 cloud with snow
🌩 cloud with lightning
🌪 tornado
🌫 fog
🌬 wind face
🌀 cyclone
🌈 rainbow
🌂 closed umbrella
☂ umbrella
☔ umbrella with rain drops
⛱ umbrella on ground
⚡ high voltage
❄ snowflake
☃ snowman
⛄ snowman without snow
☄ comet
🔥 fire
💧 droplet
🌊 water wave
🎃 jack-o-lantern
🎄 Christmas tree
🎆 fireworks
🎇 sparkler
🧨 firecracker
✨ sparkles
🎈 balloon
🎉 party popper
🎊 confetti ball
🎋 tanabata tree
🎍 pine decoration
🎎 Japanese dolls
🎏 carp streamer
🎐 wind chime
🎑 moon viewing ceremony
🧧 red envelope
🎀 ribbon
🎁 wrapped gift
🎗 reminder ribbon
🎟 admission tickets
🎫 ticket
🎖 military medal
🏆 trophy
🏅 sports medal
🥇 1st place medal
🥈 2nd place medal
🥉 3rd place medal
⚽ soccer ball
⚾ baseball
🥎 softball
🏀 basketball
🏐 volleyball
🏈 american football
🏉 rugby football
🎾 tennis
🥏 flying disc
🎳 bowling
🏏 cricket game
🏑 field hockey
🏒 ice hockey
🥍 lacrosse
🏓 ping pong
🏸 badminton
🥊 boxing glove
🥋 martial arts uniform
🥅 goal net
⛳ flag in hole
⛸ ice skate
🎣 fishing pole
🎽 running shirt
🎿 skis
🛷 sled
🥌 curling stone
🎯 direct hit
🎱 pool 8 ball
🔮 crystal ball
🧿 nazar amulet
🎮 video game
🕹 joystick
🎰 slot machine
🎲 game die
🧩 jigsaw
🧸 teddy bear
♠ spade suit
♥ heart suit
♦ diamond suit
♣ club suit
♟ chess pawn
🃏 joker
🀄 mahjong red dragon
🎴 flower playing cards
🎭 performing arts
🖼 framed picture
🎨 artist palette
🧵 thread
🧶 yarn
🔇 muted speaker
🔈 speaker low volume
🔉 speaker medium volume
🔊 speaker high volume
📢 loudspeaker
📣 megaphone
📯 postal horn
🔔 bell
🔕 bell with slash
🎼 musical score
🎵 musical note
🎶 musical notes
🎙 studio microphone
🎚 level slider
🎛 control knobs
🎤 microphone
🎧 headphone
📻 radio
🎷 saxophone
🎸 guitar
🎹 musical keyboard
🎺 trumpet
🎻 violin
🥁 drum
📱 mobile phone
📲 mobile phone with arrow
☎ telephone
📞 telephone receiver
📟 pager
📠 fax machine
🔋 battery
🔌 electric plug
💻 laptop computer
🖥 desktop computer
🖨 printer
⌨ keyboard
🖱 computer mouse
🖲 trackball
💽 computer disk
💾 floppy disk
💿 optical disk
📀 dvd
🧮 abacus
🎥 movie camera
🎞 film frames
📽 film projector
🎬 clapper board
📺 television
📷 camera
📸 camera with flash
📹 video camera
📼 videocassette
🔍 magnifying glass tilted left
🔎 magnifying glass tilted right
🕯 candle
💡 light bulb
🔦 flashlight
🏮 red paper lantern
📔 notebook with decorative cover
📕 closed book
📖 open book
📗 green book
📘 blue book
📙 orange book
📚 books
📓 notebook
📒 ledger
📃 page with curl
📜 scroll
📄 page facing up
📰 newspaper
🗞 rolled-up newspaper
📑 bookmark tabs
🔖 bookmark
🏷 label
💰 money bag
💴 yen banknote
💵 dollar banknote
💶 euro banknote
💷 pound banknote
💸 money with wings
💳 credit card
🧾 receipt
💹 chart increasing with yen
💱 currency exchange
💲 heavy dollar sign
✉ envelope
📧 e-mail
📨 incoming envelope
📩 envelope with arrow
📤 outbox tray
📥 inbox tray
📦 package
📫 closed mailbox with raised flag
📪 closed mailbox with lowered flag
📬 open mailbox with raised flag
📭 open mailbox with lowered flag
📮 postbox
🗳 ballot box with ballot
✏ pencil
✒ black nib
🖋 fountain pen
🖊 pen
🖌 paintbrush
🖍 crayon
📝 memo
💼 briefcase
📁 file folder
📂 open file folder
🗂 card index dividers
📅 calendar
📆 tear-off calendar
🗒 spiral notepad
🗓 spiral calendar
📇 card index
📈 chart increasing
📉 chart decreasing
📊 bar chart
📋 clipboard
📌 pushpin
📍 round pushpin
📎 paperclip
🖇 linked paperclips
📏 straight ruler
📐 triangular ruler
✂ scissors
🗃 card file box
🗄 file cabinet
🗑 wastebasket
🔒 locked
🔓 unlocked
🔏 locked with pen
🔐 locked with key
🔑 key
🗝 old key
🔨 hammer
⛏ pick
⚒ hammer and pick
🛠 hammer and wrench
🗡 dagger
⚔ crossed swords
🔫 pistol
🏹 bow and arrow
🛡 shield
🔧 wrench
🔩 nut and bolt
⚙ gear
🗜 clamp
⚖ balance scale
🔗 link
⛓ chains
🧰 toolbox
🧲 magnet
⚗ alembic
🧪 test tube
🧫 petri dish
🧬 dna
🔬 microscope
🔭 telescope
📡 satellite antenna
💉 syringe
💊 pill
🚪 door
🛏 bed
🛋 couch and lamp
🚽 toilet
🚿 shower
🛁 bathtub
🧴 lotion bottle
🧷 safety pin
🧹 broom
🧺 basket
🧻 roll of paper
🧼 soap
🧽 sponge
🧯 fire extinguisher
🛒 shopping cart
🚬 cigarette
⚰ coffin
⚱ funeral urn
🗿 moai
🏧 ATM sign
🚮 litter in bin sign
🚰 potable water
♿ wheelchair symbol
🚹 men’s room
🚺 women’s room
🚻 restroom
🚼 baby symbol
🚾 water closet
🛂 passport control
🛃 customs
🛄 baggage claim
🛅 left luggage
⚠ warning
🚸 children crossing
⛔ no entry
🚫 prohibited
🚳 no bicycles
🚭 no smoking
🚯 no littering
🚱 non-potable water
🚷 no pedestrians
📵 no mobile phones
🔞 no one under eighteen
☢ radioactive
☣ biohazard
⬆ up arrow
↗ up-right arrow
➡ right arrow
↘ down-right arrow
⬇ down arrow
↙ down-left arrow
⬅ left arrow
↖ up-left arrow
↕ up-down arrow
↔ left-right arrow
↩ right arrow curving left
↪ left arrow curving right
⤴ right arrow curving up
⤵ right arrow curving down
🔃 clockwise vertical arrows
🔄 counterclockwise arrows button
🔙 BACK arrow
🔚 END arrow
🔛 ON! arrow
🔜 SOON arrow
🔝 TOP arrow
🛐 place of worship
⚛ atom symbol
🕉 om
✡ star of David
☸ wheel of dharma
☯ yin yang
✝ latin cross
☦ orthodox cross
☪ star and crescent
☮ peace symbol
🕎 menorah
🔯 dotted six-pointed star
♈ Aries
♉ Taurus
♊ Gemini
♋ Cancer
♌ Leo
♍ Virgo
♎ Libra
♏ Scorpio
♐ Sagittarius
♑ Capricorn
♒ Aquarius
♓ Pisces
⛎ Ophiuchus
🔀 shuffle tracks button
🔁 repeat button
🔂 repeat single button
▶ play button
⏩ fast-forward button
⏭ next track button
⏯ play or pause button
◀ reverse button
⏪ fast reverse button
⏮ last track button
🔼 upwards button
⏫ fast up button
🔽 downwards button
⏬ fast down button
⏸ pause button
⏹ stop button
⏺ record button
⏏ eject button
🎦 cinema
🔅 dim button
🔆 bright button
📶 antenna bars
📳 vibration mode
📴 mobile phone off
♀ female sign
♂ male sign
⚕ medical symbol
♾ infinity
♻ recycling symbol
⚜ fleur-de-lis
🔱 trident emblem
📛 name badge
🔰 Japanese symbol for beginner
⭕ heavy large circle
✅ white heavy check mark
☑ ballot box with check
✔ heavy check mark
✖ heavy multiplication x
❌ cross mark
❎ cross mark button
➕ heavy plus sign
➖ heavy minus sign
➗ heavy division sign
➰ curly loop
➿ double curly loop
〽 part alternation mark
✳ eight-spoked asterisk
✴ eight-pointed star
❇ sparkle
‼ double exclamation mark
⁉ exclamation question mark
❓ question mark
❔ white question mark
❕ white exclamation mark
❗ exclamation mark
〰 wavy dash
© copyright
® registered
™ trade mark
🔟 keycap: 10
💯 hundred points
🔠 input latin uppercase
🔡 input latin lowercase
🔢 input numbers
🔣 input symbols
🔤 input latin letters
🅰 A button (blood type)
🆎 AB button (blood type)
🅱 B button (blood type)
🆑 CL button
🆒 COOL button
🆓 FREE button
ℹ information
🆔 ID button
Ⓜ circled M
🆕 NEW button
🆖 NG button
🅾 O button (blood type)
🆗 OK button
🅿 P button
🆘 SOS button
🆙 UP! button
🆚 VS button
🈁 Japanese “here” button
🈂 Japanese “service charge” button
🈷 Japanese “monthly amount” button
🈶 Japanese “not free of charge” button
🈯 Japanese “reserved” button
🉐 Japanese “bargain” button
🈹 Japanese “discount” button
🈚 Japanese “free of charge” button
🈲 Japanese “prohibited” button
🉑 Japanese “acceptable” button
🈸 Japanese “application” button
🈴 Japanese “passing grade” button
🈳 Japanese “vacancy” button
㊗ Japanese “congratulations” button
㊙ Japanese “secret” button
🈺 Japanese “open for business” button
🈵 Japanese “no vacancy” button
▪ black small square
▫ white small square
◻ white medium square
◼ black medium square
◽ white medium-small square
◾ black medium-small square
⬛ black large square
⬜ white large square
🔶 large orange diamond
🔷 large blue diamond
🔸 small orange diamond
🔹 small blue diamond
🔺 red triangle pointed up
🔻 red triangle pointed down
💠 diamond with a dot
🔘 radio button
🔲 black square button
🔳 white square button
⚪ white circle
⚫ black circle
🔴 red circle
🔵 blue circle
🏁 chequered flag
🚩 triangular flag
🎌 crossed flags
🏴 black flag
🏳 white flag
`;
